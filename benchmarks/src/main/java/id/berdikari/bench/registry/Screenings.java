package id.berdikari.bench.registry;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.LocalProblem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Criteria that are held against the whole register. */
final class Screenings {

    private static final String AUTHOR = "decider-1";
    private static final String PUBLISHER = "decider-2";
    private static final String SCREENER = "verifier-1";
    private static final Map<String, Object> CRITERIA = Map.of(
            "code",
            "BENCH",
            "title",
            words("Uji kecepatan", "A test of speed"),
            "purpose",
            words("Siapa didahulukan", "Who comes first"),
            "minimumScore",
            40,
            "rules",
            List.of(
                    Map.of(
                            "code",
                            "POOR",
                            "expression",
                            "household.decile <= 3",
                            "explanation",
                            words("Desil 1 sampai 3", "Decile 1 to 3")),
                    Map.of(
                            "code",
                            "DISABILITY",
                            "points",
                            30,
                            "expression",
                            "household.hasDisabledMember",
                            "explanation",
                            words("Ada anggota penyandang disabilitas", "A member has a disability")),
                    Map.of(
                            "code",
                            "OLD_OR_UNSCHOOLED",
                            "points",
                            20,
                            "expression",
                            "head.age >= 60 || head.education in [Education.NONE, Education.PRIMARY_UNFINISHED]",
                            "explanation",
                            words("Kepala keluarga lansia atau tidak tamat SD", "An old or unschooled head"))));

    /** A screening that is through. */
    record Done(long households, double seconds) {}

    private final RegistryDesk desk;
    private final String criteria;

    Screenings(RegistryDesk desk) throws IOException, InterruptedException {
        this.desk = desk;
        this.criteria =
                desk.post(AUTHOR, "/eligibility-criteria", CRITERIA).path("id").asText();
        desk.post(PUBLISHER, "/eligibility-criteria/" + criteria + "/publication", Map.of());
    }

    /** Screens the households of an area. */
    Done run(String areaCode) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var path = "/eligibility-criteria/" + criteria + "/screenings";
        JsonNode now = desk.post(SCREENER, path, Map.of("areaCode", areaCode));
        while (now.path("status").asText().equals("RUNNING")) {
            TimeUnit.MILLISECONDS.sleep(100);
            now = desk.get(SCREENER, "/screenings/" + now.path("id").asText());
        }
        if (!now.path("status").asText().equals("DONE")) {
            throw new LocalProblem("The screening ended as " + now);
        }
        return new Done(now.path("judged").asLong(), (System.nanoTime() - start) / 1e9);
    }

    private static Map<String, String> words(String indonesian, String english) {
        return Map.of("id", indonesian, "en", english);
    }
}
