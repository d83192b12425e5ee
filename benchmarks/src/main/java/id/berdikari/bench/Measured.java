package id.berdikari.bench;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one variant did in all its measured rounds.
 *
 * @param cpuSeconds CPU time by process
 * @param lowest the rate of its slowest round
 * @param highest the rate of its fastest round
 */
public record Measured(
        String variant,
        long operations,
        double seconds,
        Map<String, Double> cpuSeconds,
        double lowest,
        double highest) {

    /** Operations a second. */
    public double rate() {
        return operations / seconds;
    }

    /** CPU time of some processes for one operation, in microseconds. */
    public double cpuMicros(String... processes) {
        var sum = 0.0;
        for (var process : processes) {
            sum += cpuSeconds.getOrDefault(process, 0.0);
        }
        return sum * 1e6 / operations;
    }

    public Finding.Line line() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("operations/s", rate());
        figures.put("slowest round", lowest);
        figures.put("fastest round", highest);
        cpuSeconds.keySet().forEach(process -> figures.put("CPU µs/op " + process, cpuMicros(process)));
        return new Finding.Line(variant, figures);
    }
}
