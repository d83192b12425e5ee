package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Whom visible criteria would choose in a town, and whom that would miss. */
final class Choice {
    private static final String CRITERIA = "/api/v1/eligibility-criteria";
    private static final Person AUTHOR = Person.of("decider", 1);
    private static final Person PUBLISHER = Person.of("decider", 2);
    private static final Person DESK = Person.of("verifier", 1);
    private static final int REFERENCE_DECILE = 2;
    private static final int LEAST_SCORE = 40;

    /** One decile poorer or a score lower: what else could have been chosen, with its errors as a whole. */
    record Alternative(String words, JsonNode errors) {}

    /** What came of it; results are the households that meet the criteria, the highest scores first. */
    record Outcome(
            JsonNode criteria,
            JsonNode tallies,
            List<JsonNode> results,
            JsonNode errors,
            List<Alternative> alternatives) {}

    private final Suite suite;
    private final Telling telling;

    Choice(Suite suite, Telling telling) {
        this.suite = suite;
        this.telling = telling;
    }

    Outcome make(Town town) {
        var criteria = new FourEyes(suite, telling)
                .publish(CRITERIA, AUTHOR, PUBLISHER, criteria(), "who comes first: six visible rules");
        var screening = screen(criteria, town);
        var path = "/api/v1/screenings/" + screening.path("id").asText();
        var results = telling.all(BENEFICIARY, path + "/results?limit=200&outcome=MEETS", DESK);
        var tallies =
                suite.get(BENEFICIARY, path + "/tallies?level=DISTRICT", DESK).require(200);
        requireThat(!results.isEmpty(), "somebody meets the criteria");
        requireThat(results.size() == tallies.at("/whole/meets").asInt(), "the tallies count the results");
        telling.tell(
                DESK.name(),
                "holds the criteria against all households of the town",
                "%d meet them, %d do not, of %d it is not known yet"
                        .formatted(
                                results.size(),
                                tallies.at("/whole/fails").asInt(),
                                tallies.at("/whole/unknown").asInt()),
                suite.url(BENEFICIARY, path + "/results?outcome=MEETS") + "  (verifier)");
        return new Outcome(criteria, tallies, results, simulate(path), alternatives(path));
    }

    private JsonNode screen(JsonNode criteria, Town town) {
        var id = suite.post(
                        BENEFICIARY,
                        CRITERIA + "/" + criteria.path("id").asText() + "/screenings",
                        DESK,
                        Map.of("areaCode", town.code()))
                .require(202)
                .path("id")
                .asText();
        return telling.awaits(BENEFICIARY, "/api/v1/screenings/" + id, DESK, "DONE");
    }

    private JsonNode simulate(String screening) {
        var errors = simulate(screening, Map.of("outcome", "MEETS"), "DISTRICT");
        requireThat(errors.at("/whole/exclusionError/decimal").isTextual(), "the choice has an exclusion error");
        telling.tell(
                PUBLISHER.name(),
                "asks whom that choice would miss of decile 1 and 2, and whom it would reach beside them",
                "it misses %s of them; of those chosen %s are better off"
                        .formatted(
                                Table.percent(errors.at("/whole/exclusionError")),
                                Table.percent(errors.at("/whole/inclusionError"))),
                suite.url(BENEFICIARY, screening + "/simulation") + "  (POST, decider)");
        return errors;
    }

    private List<Alternative> alternatives(String screening) {
        var choices = new LinkedHashMap<String, Map<String, Object>>();
        choices.put("the criteria", Map.of("outcome", "MEETS"));
        choices.put("rather poorer: 60 points", Map.of("outcome", "MEETS", "minimumScore", 60));
        choices.put("by score alone: 40 points", Map.of("minimumScore", LEAST_SCORE));
        choices.put("by decile alone: 1 to 3", Map.of("maxDecile", 3));
        return choices.entrySet().stream()
                .map(choice -> new Alternative(
                        choice.getKey(),
                        simulate(screening, choice.getValue(), null).path("whole")))
                .toList();
    }

    private JsonNode simulate(String screening, Map<String, Object> selection, @Nullable String by) {
        var request = new LinkedHashMap<String, Object>();
        request.put("selection", selection);
        request.put("referenceDecile", REFERENCE_DECILE);
        if (by != null) {
            request.put("by", by);
        }
        return suite.post(BENEFICIARY, screening + "/simulation", PUBLISHER, request)
                .require(200);
    }

    private static Map<String, Object> criteria() {
        return Map.of(
                "code",
                "PEKA_SABANG",
                "title",
                said("Sasaran PEKA Kota Sabang", "Whom PEKA in Kota Sabang is for"),
                "purpose",
                said("Siapa yang didahulukan dalam paket pemberdayaan", "Who comes first for packages of support"),
                "minimumScore",
                LEAST_SCORE,
                "rules",
                List.of(
                        rule("POOR", "household.decile <= 4", null, "Desil 1 sampai 4", "Decile 1 to 4"),
                        rule(
                                "DISABILITY",
                                "household.hasDisabledMember",
                                30,
                                "Ada anggota penyandang disabilitas",
                                "A member has a disability"),
                        rule(
                                "FEW_ASSETS",
                                "!(Asset.REFRIGERATOR in household.assets) || !(Asset.MOTORBIKE in household.assets)",
                                20,
                                "Tidak memiliki lemari es atau sepeda motor",
                                "Has no refrigerator or no motorbike"),
                        rule(
                                "UNSTEADY_WORK",
                                "head.livelihood in [Livelihood.FISHING, Livelihood.FARM_LABOUR, Livelihood.CASUAL_LABOUR,"
                                        + " Livelihood.DOMESTIC_WORK, Livelihood.WASTE_PICKING, Livelihood.NOT_WORKING,"
                                        + " Livelihood.ASSISTANCE]",
                                20,
                                "Kepala keluarga tidak bekerja tetap",
                                "The head has no steady work"),
                        rule(
                                "OLD_OR_UNSCHOOLED",
                                "head.age >= 60 || head.education in [Education.NONE, Education.PRIMARY_UNFINISHED,"
                                        + " Education.PRIMARY]",
                                20,
                                "Kepala keluarga lansia atau paling tinggi tamat SD",
                                "An old head, or one with primary school at most"),
                        rule(
                                "SMALL_CHILDREN",
                                "household.underFive > 0 || household.children >= 3",
                                10,
                                "Ada balita, atau tiga anak atau lebih",
                                "A child under five, or three children or more")));
    }

    private static Map<String, Object> rule(
            String code, String expression, @Nullable Integer points, String indonesian, String english) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("code", code);
        rule.put("expression", expression);
        rule.put("explanation", said(indonesian, english));
        if (points != null) {
            rule.put("points", points);
        }
        return rule;
    }

    private static Map<String, String> said(String indonesian, String english) {
        return Map.of("id", indonesian, "en", english);
    }
}
