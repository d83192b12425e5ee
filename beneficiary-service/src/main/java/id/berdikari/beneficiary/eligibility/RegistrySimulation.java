package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.eligibility.ScreeningResults.Cell;
import id.berdikari.beneficiary.measure.SmallCells;
import java.util.List;
import java.util.Set;

/**
 * The errors of a choice, as a whole and by parts. Parts of fewer than five households are hidden, and so many of the next
 * smallest that what is hidden cannot be found by taking the rest from the whole.
 *
 * @param hidden the places of the hidden parts
 */
record RegistrySimulation(Cell whole, List<Cell> parts, Set<Integer> hidden) {

    static RegistrySimulation of(List<Cell> parts) {
        var whole = new Cell(null, 0, 0, 0, 0);
        for (var part : parts) {
            whole = new Cell(
                    null,
                    whole.population() + part.population(),
                    whole.eligible() + part.eligible(),
                    whole.selected() + part.selected(),
                    whole.reached() + part.reached());
        }
        return new RegistrySimulation(whole, parts, hidden(parts));
    }

    private static Set<Integer> hidden(List<Cell> parts) {
        return SmallCells.hidden(parts.stream()
                .map(part -> new SmallCells.Cell(isSmall(part), List.of(part.population())))
                .toList());
    }

    static boolean isSmall(Cell cell) {
        return cell.population() < SmallCells.SMALLEST;
    }
}
