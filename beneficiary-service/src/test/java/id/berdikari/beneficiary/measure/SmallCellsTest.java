package id.berdikari.beneficiary.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.measure.SmallCells.Cell;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallCellsTest {

    @Test
    void hidesSmallCellsAndTheNextSmallest() {
        assertEquals(Set.of(), hidden(5, 8, 0));
        assertEquals(Set.of(0, 2), hidden(3, 8, 6));
        assertEquals(Set.of(0, 1, 2), hidden(1, 2, 6, 40));
        assertEquals(Set.of(0, 1), hidden(3, 4, 9));
    }

    @Test
    void leavesZerosToTheLast() {
        assertEquals(Set.of(0, 2), hidden(3, 0, 6));
        assertEquals(Set.of(0, 1), hidden(3, 0));
    }

    @Test
    void hidesUntilEachCountIsSafe() {
        assertEquals(
                Set.of(0, 1, 2),
                SmallCells.hidden(List.of(
                        new Cell(true, List.of(3, 0)),
                        new Cell(false, List.of(6, 1)),
                        new Cell(false, List.of(7, 9)),
                        new Cell(false, List.of(8, 9)))));
    }

    @Test
    void hidesNothingMoreWhereNobodyIsHidden() {
        assertEquals(
                Set.of(0), SmallCells.hidden(List.of(new Cell(true, List.of(0, 3)), new Cell(false, List.of(20, 30)))));
    }

    /** Whoever takes the shown cells from the sum finds two or more together, five or more. */
    @Test
    void leavesNoCellThatCanBeFoundBySubtraction() {
        var random = new Random(4);
        for (var round = 0; round < 2_000; round++) {
            var counts = random.ints(2 + random.nextInt(8), 0, 25).toArray();
            var hidden = hidden(counts);
            var together = hidden.stream().mapToInt(place -> counts[place]).sum();

            assertTrue(
                    IntStream.range(0, counts.length)
                            .allMatch(place -> !SmallCells.isSmall(counts[place]) || hidden.contains(place)),
                    () -> List.of(counts) + " shows a small cell");
            assertTrue(
                    hidden.isEmpty()
                            || hidden.size() == counts.length
                            || (hidden.size() > 1 && together >= SmallCells.SMALLEST),
                    () -> List.of(counts) + " gives a cell away");
        }
    }

    private static Set<Integer> hidden(int... counts) {
        return SmallCells.hidden(IntStream.of(counts)
                .mapToObj(count -> new Cell(SmallCells.isSmall(count), List.of(count)))
                .toList());
    }
}
