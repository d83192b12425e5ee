package id.berdikari.bench.event;

import id.berdikari.bench.Finding;
import java.util.Arrays;
import java.util.LinkedHashMap;

/** How long events took, in milliseconds, sorted. */
record Latencies(double[] sorted) {

    static Latencies of(double[] millis) {
        var sorted = millis.clone();
        Arrays.sort(sorted);
        return new Latencies(sorted);
    }

    /** The time within which this share of them arrived. */
    double percentile(double share) {
        return sorted[Math.max(0, (int) Math.ceil(sorted.length * share) - 1)];
    }

    Finding.Line line(String variant) {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("events", (double) sorted.length);
        figures.put("p50 ms", percentile(0.50));
        figures.put("p95 ms", percentile(0.95));
        figures.put("p99 ms", percentile(0.99));
        figures.put("slowest ms", percentile(1));
        return new Finding.Line(variant, figures);
    }
}
