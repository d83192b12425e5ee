package id.berdikari.beneficiary.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.eligibility.ScreeningResults.Cell;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RegistrySimulationTest {

    @Test
    void addsUpItsParts() {
        var simulation =
                RegistrySimulation.of(List.of(new Cell("11.72.01", 10, 4, 5, 3), new Cell("11.72.02", 20, 6, 5, 2)));

        assertEquals(new Cell(null, 30, 10, 10, 5), simulation.whole());
        assertEquals(Set.of(), simulation.hidden());
    }

    @Test
    void hidesSmallPartsAndWhatWouldGiveThemAway() {
        assertEquals(Set.of(1, 2), hidden(30, 4, 6));
        assertEquals(Set.of(0, 1, 2), hidden(1, 2, 9, 40));
        assertEquals(Set.of(0, 1), hidden(3, 4, 9));
        assertEquals(Set.of(0), hidden(4));
        assertEquals(Set.of(), hidden(5, 5));
    }

    private static Set<Integer> hidden(int... populations) {
        return RegistrySimulation.of(IntStream.of(populations)
                        .mapToObj(population -> new Cell("part", population, 0, 0, 0))
                        .toList())
                .hidden();
    }
}
