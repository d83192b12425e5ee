package id.berdikari.bench;

import java.util.List;
import java.util.Map;

/**
 * A ratio held against its budget, and the figures it stands on.
 *
 * @param title what was compared with what
 * @param ratio the work's figure by its limit's figure
 * @param budget what the ratio has to be, in words
 * @param notes what a reader must know to trust the figures
 */
public record Finding(String title, double ratio, String budget, boolean met, List<Line> lines, List<String> notes) {

    /**
     * What was measured of one variant.
     *
     * @param figures by their name with its unit, such as {@code operations/s}, in the order of the table's columns
     */
    public record Line(String variant, Map<String, Double> figures) {}

    /** A ratio that has to reach a bound. */
    public static Finding atLeast(double bound, String title, double ratio, List<Line> lines, List<String> notes) {
        return new Finding(title, ratio, "at least " + bound, ratio >= bound, lines, notes);
    }

    /** A ratio that must not exceed a bound. */
    public static Finding atMost(double bound, String title, double ratio, List<Line> lines, List<String> notes) {
        return new Finding(title, ratio, "at most " + bound, ratio <= bound, lines, notes);
    }
}
