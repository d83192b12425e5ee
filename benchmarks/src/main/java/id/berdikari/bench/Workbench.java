package id.berdikari.bench;

import id.berdikari.local.LocalSuite;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.Service;
import id.berdikari.local.SuitePlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What scenarios work with: a suite of their own, progress to show, and variants that take turns. */
public final class Workbench {

    private final int portBase;
    private final boolean quick;
    private final Consumer<String> progress;

    Workbench(int portBase, boolean quick, Consumer<String> progress) {
        this.portBase = portBase;
        this.quick = quick;
        this.progress = progress;
    }

    /** Whether figures may be rough: then everything is short. */
    public boolean isQuick() {
        return quick;
    }

    public int portBase() {
        return portBase;
    }

    public void say(String line) {
        progress.accept(line);
    }

    /** An empty folder, under the checkout so that it is on the same disk as the suite's data. */
    public Path emptyFolder() throws IOException {
        var folder = ProjectRoot.find().resolve(".berdikari/bench");
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
        return Files.createDirectories(folder);
    }

    /** Starts PostgreSQL, Kafka and some services on empty data. */
    public LocalSuite suite(Map<String, String> environment, Set<Service> services) throws IOException {
        return SuitePlan.in(emptyFolder(), portBase)
                .environment(environment)
                .services(services)
                .start(progress);
    }

    /** The pace for comparing rates: two minutes of warm-up in all, or just enough to see that it works. */
    public Pace pace() {
        return quick
                ? new Pace(Duration.ofSeconds(3), Duration.ofSeconds(3), 1)
                : new Pace(Duration.ofSeconds(120), Duration.ofSeconds(20), 4);
    }

    /**
     * Runs variants in turns, so that a machine that grows slower or faster does so for all, and adds up their rounds.
     *
     * @param variants by name, in the order in which they take their turns
     * @return in the same order
     */
    public List<Measured> takeTurns(Pace pace, CpuMeter meter, Map<String, Load> variants) throws Exception {
        for (var variant : variants.entrySet()) {
            say("  warming up %s for %d s"
                    .formatted(variant.getKey(), pace.warmUp().toSeconds()));
            variant.getValue().prepare(pace.warmUp());
            variant.getValue().run(pace.warmUp());
        }
        var rounds = new LinkedHashMap<String, List<Measured>>();
        for (var round = 1; round <= pace.rounds(); round++) {
            for (var variant : variants.entrySet()) {
                var measured = measure(variant.getKey(), variant.getValue(), pace.round(), meter);
                say("  round %d of %d: %s %.0f/s".formatted(round, pace.rounds(), variant.getKey(), measured.rate()));
                rounds.computeIfAbsent(variant.getKey(), _ -> new ArrayList<>()).add(measured);
            }
        }
        return rounds.values().stream().map(Workbench::together).toList();
    }

    private static Measured measure(String variant, Load load, Duration length, CpuMeter meter) throws Exception {
        load.prepare(length);
        var before = meter.read();
        var start = System.nanoTime();
        var operations = load.run(length);
        var seconds = (System.nanoTime() - start) / 1e9;
        var spent = CpuMeter.spent(before, meter.read());
        load.verify(operations);
        return new Measured(variant, operations, seconds, spent, operations / seconds, operations / seconds);
    }

    private static Measured together(List<Measured> rounds) {
        return rounds.stream()
                .reduce((one, other) -> {
                    var cpu = new LinkedHashMap<>(one.cpuSeconds());
                    other.cpuSeconds().forEach((process, seconds) -> cpu.merge(process, seconds, Double::sum));
                    return new Measured(
                            one.variant(),
                            one.operations() + other.operations(),
                            one.seconds() + other.seconds(),
                            cpu,
                            Math.min(one.lowest(), other.lowest()),
                            Math.max(one.highest(), other.highest()));
                })
                .orElseThrow();
    }
}
