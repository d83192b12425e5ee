package id.berdikari.bench.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.bench.Finding;
import id.berdikari.bench.Latencies;
import id.berdikari.bench.Measured;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RegistryFindingsTest {

    private static final SameRows.Copied COPIED = new SameRows.Copied(16_000, 4);

    @Test
    void anImportIsHeldAgainstTheTimeThatCopyTakesForAllOfThem() {
        var copy = findings(stage(100, 100, 10, 5), stage(1_000, 90, 12, 6)).getFirst();

        assertEquals(4.0 / 11, copy.ratio(), 1e-9);
        assertTrue(copy.met());
    }

    @Test
    void anImportThatSlowsDownIsNotEven() {
        assertEquals(2, even(100, 50).ratio(), 1e-9);
        assertFalse(even(100, 50).met());
        assertTrue(even(100, 100).met());
    }

    @Test
    void anImportThatSlowsDownAtItsEndIsNotEvenThere() {
        var few = stage(100, 100, 10, 5);
        var many = new Stage(1_000, few.imported(), 50, few.answers(), few.screened());

        assertTrue(findings(few, many).get(1).met());
        assertEquals(2, findings(few, many).get(2).ratio(), 1e-9);
    }

    @Test
    void theSlowestKindOfSearchCounts() {
        var few = stage(100, 100, 10, 5);
        var many = new Stage(
                1_000,
                few.imported(),
                100,
                Map.of("search: a", took(10), "search: b", took(18), Questions.DUPLICATE_CHECK, took(40)),
                few.screened());
        var findings = findings(few, many);

        assertEquals(1.8, findings.get(3).ratio(), 1e-9);
        assertFalse(findings.get(3).met());
        assertEquals(4, findings.get(4).ratio(), 1e-9);
    }

    private static Finding even(double before, double atEnd) {
        return findings(stage(100, before, 10, 5), stage(1_000, atEnd, 10, 5)).get(1);
    }

    private static List<Finding> findings(Stage... stages) {
        return RegistryFindings.of(List.of(stages), COPIED);
    }

    private static Stage stage(long persons, double rate, double screenSeconds, double importSeconds) {
        return new Stage(
                persons,
                measured(rate, importSeconds),
                rate,
                Map.of("search: a", took(10), "search: b", took(10), Questions.DUPLICATE_CHECK, took(10)),
                measured(rate, screenSeconds));
    }

    private static Measured measured(double rate, double seconds) {
        return new Measured("any", Math.round(rate * seconds), seconds, Map.of(), rate, rate);
    }

    private static Latencies took(double millis) {
        return Latencies.of(new double[] {millis});
    }
}
