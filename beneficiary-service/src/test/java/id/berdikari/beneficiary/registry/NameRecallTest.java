package id.berdikari.beneficiary.registry;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.identity.NameSimilarity;
import id.berdikari.beneficiary.identity.SpokenName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** How many of those whose name was typed wrongly are found among many of like names, as the whole search does it: keys, then similarity. */
class NameRecallTest {

    private static final int OTHERS = 20_000;
    private static final int FIRST_PAGE = 50;
    private static final String HARDEST = "two slips";

    private record Line(String kind, SpokenName typed, SpokenName registered) {}

    private static final class Tally {
        private int looked;
        private int found;
        private int onFirstPage;

        double recall() {
            return (double) onFirstPage / looked;
        }
    }

    @Test
    void findsMostOfThoseWhoseNameWasTypedWrongly() throws IOException {
        var lines = lines();
        var register = new ArrayList<>(lines.stream().map(Line::registered).toList());
        register.addAll(others(lines));
        var byClue = byClue(register);
        Map<String, Tally> tallies = new TreeMap<>();
        var whole = new Tally();

        for (var line : lines) {
            var rank = rank(line, byClue);
            count(tallies.computeIfAbsent(line.kind(), _ -> new Tally()), rank);
            if (!line.kind().equals(HARDEST)) {
                count(whole, rank);
            }
        }

        tallies.forEach(NameRecallTest::print);
        print("all but two slips", whole);
        assertTrue(whole.recall() >= 0.95, "recall");
    }

    private static void count(Tally tally, int rank) {
        tally.looked++;
        tally.found += rank < Integer.MAX_VALUE ? 1 : 0;
        tally.onFirstPage += rank < FIRST_PAGE ? 1 : 0;
    }

    private static void print(String kind, Tally tally) {
        System.out.printf(
                "Search by name, %s: %d of %d on the first page (%.3f), %d found at all%n",
                kind, tally.onFirstPage, tally.looked, tally.recall(), tally.found);
    }

    /** How many different names are more similar than the right one; the greatest number where that is not found. */
    private static int rank(Line line, Map<String, Set<SpokenName>> byClue) {
        var candidates = new HashSet<SpokenName>();
        NameClues.sought(line.typed()).keySet().forEach(clue -> candidates.addAll(byClue.getOrDefault(clue, Set.of())));
        var similarity = NameSimilarity.of(line.typed(), line.registered());
        if (!candidates.contains(line.registered()) || similarity < PersonSearch.LEAST) {
            return Integer.MAX_VALUE;
        }
        return (int) candidates.stream()
                .filter(name -> NameSimilarity.of(line.typed(), name) > similarity)
                .count();
    }

    private static Map<String, Set<SpokenName>> byClue(List<SpokenName> register) {
        Map<String, Set<SpokenName>> byClue = new HashMap<>();
        for (var name : register) {
            NameClues.kept(name)
                    .forEach(clue ->
                            byClue.computeIfAbsent(clue, _ -> new HashSet<>()).add(name));
        }
        return byClue;
    }

    /** People whose names are made of the same words. */
    private static List<SpokenName> others(List<Line> lines) {
        var words = lines.stream()
                .flatMap(line -> line.registered().words().stream())
                .distinct()
                .sorted()
                .toList();
        var chance = new Random(2026);
        var others = new ArrayList<SpokenName>();
        for (var i = 0; i < OTHERS; i++) {
            var name = new ArrayList<String>();
            for (var j = chance.nextInt(3); j >= 0; j--) {
                name.add(words.get(chance.nextInt(words.size())));
            }
            others.add(SpokenName.of(String.join(" ", name)));
        }
        return others;
    }

    private static List<Line> lines() throws IOException {
        try (var file = Objects.requireNonNull(NameRecallTest.class.getResourceAsStream("/names-as-typed.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(2)
                    .map(line -> List.of(line.split(";", -1)))
                    .map(fields ->
                            new Line(fields.getFirst(), SpokenName.of(fields.get(1)), SpokenName.of(fields.getLast())))
                    .toList();
        }
    }
}
