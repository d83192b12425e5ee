package id.berdikari.bench.registry;

import id.berdikari.bench.Latencies;
import id.berdikari.local.population.Household;
import id.berdikari.local.population.Member;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** What people ask the register, one question after the other, each about somebody else. */
final class Questions {

    /** Somebody who is asked about; with a NIK, a day of birth and a name of several words. */
    record Somebody(Member member, String village) {}

    static final String DUPLICATE_CHECK = "duplicate check";

    private static final String ASKER = "verifier-1";
    private static final String REGENCY = "33.02";
    private static final int PAGE = 10;
    private static final int DISTRICT = "33.02.27".length();

    private record Question(String path, Function<Somebody, Map<String, Object>> body) {}

    private static final Map<String, Question> KINDS = new LinkedHashMap<>();

    static {
        KINDS.put(
                "search: a name in its kecamatan",
                search(who -> Map.of("name", name(who), "areaCode", district(who), "limit", PAGE)));
        KINDS.put(
                "search: a name with a letter too few in its kabupaten",
                search(who -> Map.of("name", slipped(name(who)), "areaCode", REGENCY, "limit", PAGE)));
        KINDS.put("search: a name anywhere", search(who -> Map.of("name", name(who), "limit", PAGE)));
        KINDS.put(
                "search: one word anywhere",
                search(who -> Map.of("name", name(who).split(" ", -1)[0], "limit", PAGE)));
        KINDS.put(
                "search: a NIK",
                search(who -> Map.of("nik", Objects.requireNonNull(who.member().nik()))));
        KINDS.put(
                "search: sex and year of birth in its village",
                search(who -> Map.of(
                        "limit", PAGE,
                        "areaCode", who.village(),
                        "sex", who.member().sex().name(),
                        "bornFrom", who.member().birthYear(),
                        "bornTo", who.member().birthYear() + 5)));
        KINDS.put(
                DUPLICATE_CHECK,
                new Question(
                        "/duplicates/check",
                        who -> Map.of(
                                "fullName", name(who),
                                "birthDate", String.valueOf(who.member().birthDate()),
                                "sex", who.member().sex().name(),
                                "areaCode", who.village())));
    }

    private final RegistryDesk desk;
    private final List<Somebody> people;

    Questions(RegistryDesk desk, Stream<Household> households, int people) {
        this.desk = desk;
        this.people = households
                .flatMap(household ->
                        household.members().stream().map(member -> new Somebody(member, household.areaCode())))
                .filter(who -> who.member().nik() != null && who.member().birthDate() != null)
                .filter(who -> name(who).matches("[A-Za-z]{4,} [A-Za-z]{4,}.*"))
                .limit(people)
                .toList();
    }

    /** Asks every kind of question about everybody, in turns; answers how long each took, by its kind. */
    Map<String, Latencies> ask() throws IOException, InterruptedException {
        var millis = new LinkedHashMap<String, double[]>();
        KINDS.keySet().forEach(kind -> millis.put(kind, new double[people.size()]));
        for (var i = 0; i < people.size(); i++) {
            for (var kind : KINDS.entrySet()) {
                var question = kind.getValue();
                var body = question.body().apply(people.get(i));
                var start = System.nanoTime();
                desk.post(ASKER, question.path(), body);
                Objects.requireNonNull(millis.get(kind.getKey()))[i] = (System.nanoTime() - start) / 1e6;
            }
        }
        var latencies = new LinkedHashMap<String, Latencies>();
        millis.forEach((kind, each) -> latencies.put(kind, Latencies.of(each)));
        return latencies;
    }

    private static Question search(Function<Somebody, Map<String, Object>> body) {
        return new Question("/persons/search", body);
    }

    private static String name(Somebody who) {
        return who.member().fullName();
    }

    private static String district(Somebody who) {
        return who.village().substring(0, DISTRICT);
    }

    private static String slipped(String name) {
        return name.substring(0, 2) + name.substring(3);
    }
}
