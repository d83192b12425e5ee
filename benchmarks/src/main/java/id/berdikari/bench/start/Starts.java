package id.berdikari.bench.start;

import id.berdikari.bench.Finding;
import id.berdikari.bench.Scenario;
import id.berdikari.bench.Workbench;
import id.berdikari.local.AotCaches;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.SuitePlan;
import id.berdikari.local.command.Demo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Starts the suite again and again on the same data, without and with AOT caches in turns. */
public final class Starts implements Scenario {

    private static final int ROUNDS = 3;

    private static final Map<AotCaches, Double> SECONDS =
            new EnumMap<>(Map.of(AotCaches.IGNORED, 25.0, AotCaches.USED, 15.0));
    private static final Map<AotCaches, String> NAMES =
            new EnumMap<>(Map.of(AotCaches.IGNORED, "without AOT caches", AotCaches.USED, "with AOT caches"));
    private static final double FRESH_MEBIBYTES = 250;
    private static final double LOADED_MEBIBYTES = 450;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public List<Finding> measure(Workbench bench) throws Exception {
        var data = bench.emptyFolder();
        var variants = AotCaches.fit() ? List.of(AotCaches.IGNORED, AotCaches.USED) : List.of(AotCaches.IGNORED);
        bench.say("  a first start on empty data, which nobody counts");
        start(bench, data, AotCaches.IGNORED, false);
        var starts = new EnumMap<AotCaches, List<Start>>(AotCaches.class);
        var rounds = bench.isQuick() ? 1 : ROUNDS;
        for (var round = 1; round <= rounds; round++) {
            for (var variant : variants) {
                var start = start(bench, data, variant, round == rounds);
                bench.say("  round %d of %d: %s %.1f s"
                        .formatted(round, rounds, NAMES.get(variant), start.secondsToReady()));
                starts.computeIfAbsent(variant, _ -> new ArrayList<>()).add(start);
            }
        }
        var findings = new ArrayList<Finding>();
        starts.forEach((variant, measured) -> findings.add(time(variant, measured)));
        starts.forEach((variant, measured) -> findings.addAll(memory(variant, measured)));
        return findings;
    }

    private static Start start(Workbench bench, Path data, AotCaches caches, boolean isLoaded) throws IOException {
        var begun = System.nanoTime();
        try (var suite = SuitePlan.in(data, bench.portBase()).caches(caches).start(line -> {})) {
            var seconds = (System.nanoTime() - begun) / 1e9;
            var fresh = Footprint.of(suite);
            if (!isLoaded) {
                return new Start(seconds, fresh, Map.of());
            }
            if (Demo.show(data, bench.portBase(), "A") != 0) {
                throw new LocalProblem("Story A failed");
            }
            return new Start(seconds, fresh, Footprint.of(suite));
        }
    }

    private static Finding time(AotCaches variant, List<Start> starts) {
        var seconds =
                starts.stream().mapToDouble(Start::secondsToReady).sorted().toArray();
        var median = seconds[seconds.length / 2];
        var budget = SECONDS.getOrDefault(variant, 0.0);
        return new Finding(
                "Seconds until all four services are ready, " + NAMES.get(variant),
                median,
                "at most %.0f".formatted(budget),
                median <= budget,
                starts.stream().map(Start::line).toList(),
                List.of("The median of the starts, one a line: already built, on data that an earlier start left."));
    }

    private static List<Finding> memory(AotCaches variant, List<Start> starts) {
        var last = starts.getLast();
        return List.of(
                memory("when ready", variant, FRESH_MEBIBYTES, last.fresh()),
                memory("after Story A", variant, LOADED_MEBIBYTES, last.loaded()));
    }

    private static Finding memory(String when, AotCaches variant, double budget, Map<String, Footprint> footprints) {
        var figures = new LinkedHashMap<String, Double>();
        footprints.forEach((service, footprint) -> figures.put(service + " MiB", footprint.residentMebibytes()));
        var largest =
                figures.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        return new Finding(
                "Resident memory of the largest service in MiB, " + when + ", " + NAMES.get(variant),
                largest,
                "at most %.0f".formatted(budget),
                largest <= budget,
                List.of(new Finding.Line("resident", figures)),
                List.of("Pages of an AOT cache count, though the kernel can drop them at any time."));
    }
}
