package id.berdikari.beneficiary.duplicate;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.registry.PersonProfile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** How many of those registered twice are found, and how many of those found are, as the whole search does it: keys, then rules. */
class LabelledSampleTest {

    private static final Pattern FIELD = Pattern.compile("\"([^\"]*)\"|([^,]*)");

    private record Line(String person, PersonProfile profile) {}

    /** Of all pairs of lines. */
    private record Result(int found, int right, int toBeFound) {
        double precision() {
            return (double) right / found;
        }

        double recall() {
            return (double) right / toBeFound;
        }

        void print(String what) {
            System.out.printf(
                    "Duplicates, %s: precision %.3f (%d of %d), recall %.3f (%d of %d)%n",
                    what, precision(), right, found, recall(), right, toBeFound);
        }
    }

    @Test
    void findsMostOfThoseRegisteredTwiceAndFewOthers() throws IOException {
        var lines = lines();
        var shared = pairsWorthOpening(lines);

        var compared = result(lines, shared, Integer.MIN_VALUE);
        var possible = result(lines, shared, Band.POSSIBLE_FROM);
        var likely = result(lines, shared, Band.LIKELY_FROM);
        compared.print("compared");
        possible.print("likely or possible");
        likely.print("likely");

        assertTrue(compared.recall() >= 0.98, "keys");
        assertTrue(possible.recall() >= 0.96, "recall");
        assertTrue(possible.precision() >= 0.95, "precision");
        assertTrue(likely.precision() >= 0.98, "precision of what is likely");
        assertTrue(likely.recall() >= 0.70, "recall of what is likely");
    }

    private static Result result(List<Line> lines, Iterable<List<Integer>> pairs, int threshold) {
        var found = 0;
        var right = 0;
        for (var pair : pairs) {
            var one = lines.get(pair.getFirst());
            var other = lines.get(pair.getLast());
            if (Likeness.of(one.profile(), other.profile()).score() >= threshold) {
                found++;
                if (one.person().equals(other.person())) {
                    right++;
                }
            }
        }
        var toBeFound = lines.stream().collect(groupingBy(Line::person)).values().stream()
                .mapToInt(of -> of.size() * (of.size() - 1) / 2)
                .sum();
        return new Result(found, right, toBeFound);
    }

    /** As the database finds them and what rests in the clear leaves them. */
    private static Set<List<Integer>> pairsWorthOpening(List<Line> lines) {
        Map<LikenessKeys.Clue, List<Integer>> byClue = new HashMap<>();
        for (var i = 0; i < lines.size(); i++) {
            for (var clue : LikenessKeys.clues(lines.get(i).profile())) {
                byClue.computeIfAbsent(clue, _ -> new ArrayList<>()).add(i);
            }
        }
        Map<List<Integer>, Set<LikenessKeys.Tells>> shared = new HashMap<>();
        byClue.forEach((clue, alike) -> {
            for (var i = 0; i < alike.size(); i++) {
                for (var j = i + 1; j < alike.size(); j++) {
                    shared.computeIfAbsent(List.of(alike.get(i), alike.get(j)), _ -> new TreeSet<>())
                            .add(clue.tells());
                }
            }
        });
        shared.entrySet().removeIf(pair -> {
            var one = lines.get(pair.getKey().getFirst()).profile();
            var other = lines.get(pair.getKey().getLast()).profile();
            var hope = Likeness.hope(
                    one.outline(),
                    other.outline(),
                    pair.getValue().contains(LikenessKeys.Tells.NAME),
                    pair.getValue().contains(LikenessKeys.Tells.PHONE));
            return hope < Band.POSSIBLE_FROM;
        });
        return shared.keySet();
    }

    private static List<Line> lines() throws IOException {
        try (var file = LabelledSampleTest.class.getResourceAsStream("/people-registered-twice.csv")) {
            var rows = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(LabelledSampleTest::fields)
                    .toList();
            var names = rows.stream().collect(groupingBy(row -> row.get(5), mapping(row -> row.get(1), toList())));
            return rows.stream()
                    .map(row -> new Line(row.get(0), profile(row, names)))
                    .toList();
        }
    }

    private static PersonProfile profile(List<String> row, Map<String, List<String>> names) {
        var household = row.get(5);
        var housemates = household.isEmpty()
                ? List.<String>of()
                : Objects.requireNonNull(names.get(household)).stream()
                        .filter(name -> !name.equals(row.get(1)))
                        .toList();
        var identity = new Identity(
                row.get(1),
                row.get(6).isEmpty() ? null : new NationalId(row.get(6)),
                row.get(7).isEmpty() ? null : new Phone(row.get(7)),
                null);
        return new PersonProfile(
                UUID.randomUUID(),
                identity,
                row.get(2).length() == 4 ? null : LocalDate.parse(row.get(2)),
                Integer.parseInt(row.get(2).substring(0, 4)),
                row.get(3).equals("F") ? Sex.FEMALE : Sex.MALE,
                row.get(4),
                household.isEmpty() ? null : UUID.nameUUIDFromBytes(household.getBytes(StandardCharsets.UTF_8)),
                housemates);
    }

    private static List<String> fields(String line) {
        var fields = new ArrayList<String>();
        var matcher = FIELD.matcher(line);
        var at = 0;
        while (at <= line.length() && matcher.find(at)) {
            fields.add(Objects.requireNonNullElse(matcher.group(1), Objects.requireNonNullElse(matcher.group(2), "")));
            at = matcher.end() + 1;
        }
        return fields;
    }
}
