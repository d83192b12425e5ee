package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.eligibility.ScreeningResults.Cell;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The errors of a choice, as a whole and by parts. Parts of fewer than five households are hidden, and so many of the next
 * smallest that what is hidden cannot be found by taking the rest from the whole.
 *
 * @param hidden the places of the hidden parts
 */
record RegistrySimulation(Cell whole, List<Cell> parts, Set<Integer> hidden) {

    static final int SMALLEST = 5;

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
        var bySize = IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> parts.get(place).population()))
                .toList();
        var hidden = new HashSet<Integer>();
        var population = 0;
        for (int place : bySize) {
            var size = parts.get(place).population();
            var isGivenAway = !hidden.isEmpty() && (hidden.size() < 2 || population < SMALLEST);
            if (size >= SMALLEST && !isGivenAway) {
                break;
            }
            hidden.add(place);
            population += size;
        }
        return hidden;
    }
}
