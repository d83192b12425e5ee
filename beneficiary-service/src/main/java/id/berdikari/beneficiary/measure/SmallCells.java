package id.berdikari.beneficiary.measure;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Chooses which cells of a table are hidden whose sums are shown: those that say too much themselves, and so many of the next
 * smallest that by taking the shown ones from the sums nobody finds a single cell, or fewer than five together.
 */
public final class SmallCells {

    /** Fewer households or people than this are not shown. */
    public static final int SMALLEST = 5;

    /**
     * A cell of one or several counts that are shown or hidden together.
     *
     * @param saysTooMuch whether it has to be hidden for what it says itself
     * @param counts what adds up over the cells; the next smallest is who has the smallest first one above zero
     */
    public record Cell(boolean saysTooMuch, List<Integer> counts) {}

    private SmallCells() {}

    public static boolean isSmall(int count) {
        return count > 0 && count < SMALLEST;
    }

    /** The places of the hidden cells. Where all are hidden, the sums must be large enough to be shown, or be hidden too. */
    public static Set<Integer> hidden(List<Cell> cells) {
        var hidden = new HashSet<Integer>();
        IntStream.range(0, cells.size())
                .filter(place -> cells.get(place).saysTooMuch())
                .forEach(hidden::add);
        var others = IntStream.range(0, cells.size())
                .filter(place -> !cells.get(place).saysTooMuch())
                .boxed()
                .sorted(Comparator.comparingInt(place -> zeroLast(cells.get(place))))
                .iterator();
        while (others.hasNext() && givesAway(cells, hidden)) {
            hidden.add(others.next());
        }
        return hidden;
    }

    /** Where nothing at all is hidden behind the first sum, there is nothing to find. */
    private static boolean givesAway(List<Cell> cells, Set<Integer> hidden) {
        if (hidden.isEmpty() || sum(cells, hidden, 0) == 0) {
            return false;
        }
        var counts = cells.getFirst().counts().size();
        return hidden.size() < 2 || IntStream.range(0, counts).anyMatch(count -> sum(cells, hidden, count) < SMALLEST);
    }

    private static int sum(List<Cell> cells, Set<Integer> places, int count) {
        return places.stream()
                .mapToInt(place -> cells.get(place).counts().get(count))
                .sum();
    }

    private static int zeroLast(Cell cell) {
        var first = cell.counts().getFirst();
        return first == 0 ? Integer.MAX_VALUE : first;
    }
}
