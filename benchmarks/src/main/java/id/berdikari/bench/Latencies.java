package id.berdikari.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;

/** How long things of a kind took, in milliseconds, sorted. */
public record Latencies(double[] sorted) {

    public static Latencies of(double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The time within which this share of them was done. */
    public double percentile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
    }

    /**
     * The figures as a line of a table.
     *
     * @param things what was counted, such as events
     */
    public Finding.Line line(String variant, String things) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put(things, (double) sorted.length);
        figures.put("p50 ms", percentile(0.50));
        figures.put("p95 ms", percentile(0.95));
        figures.put("p99 ms", percentile(0.99));
        figures.put("slowest ms", percentile(1));
        return new Finding.Line(variant, figures);
    }
}
