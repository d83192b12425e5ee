package id.berdikari.beneficiary.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import id.berdikari.beneficiary.profile.Deciles.Decile;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DecilesTest {

    @Test
    void hidesAmongThePoorestAndAmongTheOthers() {
        assertEquals(List.of(), hidden(10, 10, 10, 10, 10, 10, 10, 10, 10, 10));
        assertEquals(List.of(2, 4), hidden(9, 3, 8, 7, 20, 20, 20, 20, 20, 20));
        assertEquals(List.of(2, 4, 9, 10), hidden(9, 3, 8, 7, 20, 20, 20, 20, 1, 19));
        assertEquals(List.of(2, 3, 4), hidden(9, 1, 1, 7, 20, 0, 20, 20, 20, 20));
    }

    @Test
    void hidesAmongAllWhereFewArePoor() {
        assertEquals(List.of(1, 2, 6), hidden(1, 1, 0, 0, 30, 20, 40, 40, 40, 40));
    }

    @Test
    void hidesAllWhereOneDecileHasNearlyAll() {
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), hidden(40, 0, 2, 0, 0, 0, 0, 0, 0, 0));
        assertEquals(IntStream.rangeClosed(1, 10).boxed().toList(), hidden(1, 1, 1, 0, 0, 0, 0, 0, 0, 0));
        assertEquals(List.of(), hidden(0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    void givesNoDecileAwayToWhoKnowsHowManyArePoor() {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++) {
            var counts = random.ints(10, 0, 12).toArray();
            var hidden = hidden(counts);
            var poor = IntStream.of(counts).limit(4).sum();
            var rest = IntStream.of(counts).skip(4).sum();

            assertTrue(IntStream.range(0, 10)
                    .allMatch(place -> counts[place] == 0 || counts[place] >= 5 || hidden.contains(place + 1)));
            if (poor >= 5 && rest >= 5) {
                requireTogether(
                        counts, hidden.stream().filter(decile -> decile <= 4).toList());
                requireTogether(
                        counts, hidden.stream().filter(decile -> decile > 4).toList());
            }
        }
    }

    private static void requireTogether(int[] counts, List<Integer> hidden) {
        var together = hidden.stream().mapToInt(decile -> counts[decile - 1]).sum();
        assertTrue(hidden.isEmpty() || (hidden.size() > 1 && together >= 5));
    }

    private static List<Integer> hidden(int... counts) {
        var tallies = IntStream.range(0, 10)
                .mapToObj(place ->
                        new Tally("DECILE", String.valueOf(place + 1), place < 4, counts[place], 3 * counts[place]))
                .toList();
        return Deciles.of(tallies).deciles().stream()
                .filter(Decile::isHidden)
                .map(Decile::decile)
                .toList();
    }
}
