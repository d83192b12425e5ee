package id.berdikari.acceptance;

import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many stories at once, told again and again, while one part of the suite after the other fails. */
final class FaultRun {

    /**
     * What struck.
     *
     * @param at when it began
     * @param lasted until it was mended
     * @param untilReady from then until all services were ready
     * @param untilWhole from then until a programme was funded, by way of another service, and a story was whole
     */
    record Struck(Fault fault, Instant at, Duration lasted, Duration untilReady, Duration untilWhole) {}

    /** What happened, and what stands at the end. */
    record Outcome(
            Instant began,
            Duration lasted,
            int stories,
            List<String> failures,
            List<Struck> struck,
            Traffic traffic,
            Verdict verdict) {
        boolean isClean() {
            return failures.isEmpty() && verdict.isClean();
        }

        /** The broken promises and failures in short; empty if there are none. */
        String complaint() {
            var broken = verdict.checks().stream()
                    .filter(check -> !check.holds())
                    .map(check -> check.promise() + ": " + check.breaches());
            return Stream.concat(broken, failures.stream()).collect(Collectors.joining("\n"));
        }
    }

    private static final Patience RECOVERY = new Patience(Duration.ofMinutes(5));
    private static final Duration BETWEEN_FAULTS = Duration.ofSeconds(2);

    private final LocalSuite processes;
    private final Suite suite;
    private final Wording wording;
    private final Duration longestThought;
    private final Consumer<String> progress;
    private final AtomicInteger begun = new AtomicInteger();
    private final Queue<StoryA.Ending> endings = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private volatile boolean isOver;
    private volatile long fundedAt;
    private volatile long wholeAt;

    /**
     * Prepares a run.
     *
     * @param longestThought how long people think at most between two steps
     * @param progress hears one line a fault
     */
    FaultRun(LocalSuite processes, Suite suite, Wording wording, Duration longestThought, Consumer<String> progress) {
        this.processes = processes;
        this.suite = suite;
        this.wording = wording;
        this.longestThought = longestThought;
        this.progress = progress;
        this.fundedAt = System.nanoTime();
        this.wholeAt = System.nanoTime();
    }

    /** Runs until the time is over or the plan has no more faults, lets all stories end, and judges. */
    Outcome run(int storiesAtOnce, FaultPlan plan, Duration length) {
        var began = Instant.now();
        var start = System.nanoTime();
        var struck = new ArrayList<Struck>();
        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < storiesAtOnce; i++) {
                crowd.execute(this::tellStories);
            }
            await(
                    "the first stories are whole",
                    () -> endings.size() >= Help.all().size());
            var n = 0;
            for (var fault = plan.next(n);
                    fault.isPresent() && System.nanoTime() - start < length.toNanos();
                    fault = plan.next(++n)) {
                strike(fault.get()).ifPresent(struck::add);
                Patience.rest(BETWEEN_FAULTS);
            }
            isOver = true;
        }
        progress.accept("All %d stories are told; looking at what is left of them.".formatted(begun.get()));
        var verdict = Verdict.on(processes, suite, endings);
        return new Outcome(
                began,
                Duration.ofNanos(System.nanoTime() - start),
                endings.size(),
                List.copyOf(failures),
                struck,
                suite.traffic(),
                verdict);
    }

    private void tellStories() {
        while (!isOver) {
            var help = Help.all().get(begun.getAndIncrement() % Help.all().size());
            try {
                endings.add(new StoryA(suite, wording, this::heard, help).live());
                wholeAt = System.nanoTime();
            } catch (RuntimeException failure) {
                failures.add(Instant.now() + " " + help + ": " + failure);
                progress.accept("  a story failed: " + failure.getMessage());
                Patience.rest(BETWEEN_FAULTS);
            }
        }
    }

    private void heard(StoryListener.Step step) {
        if (step.outcome().equals("FUNDED")) {
            fundedAt = System.nanoTime();
        }
        Patience.rest(Duration.ofMillis(ThreadLocalRandom.current().nextLong(longestThought.toMillis() + 1)));
    }

    private Optional<Struck> strike(Fault fault) {
        var at = Instant.now();
        var start = System.nanoTime();
        try {
            fault.course().run(processes);
            var mended = System.nanoTime();
            var untilReady = await(
                    "all are ready after " + fault,
                    () -> Stream.of(Service.values()).allMatch(processes::isReady));
            var untilWhole =
                    await("a story is whole after " + fault, () -> fundedAt - mended > 0 && wholeAt - mended > 0);
            var struck = new Struck(fault, at, Duration.ofNanos(mended - start), untilReady, untilWhole);
            progress.accept("  %-60s lasted %3d s, ready after %3d s, whole after %3d s; %d stories told"
                    .formatted(
                            fault,
                            struck.lasted().toSeconds(),
                            untilReady.toSeconds(),
                            untilWhole.toSeconds(),
                            endings.size()));
            return Optional.of(struck);
        } catch (RuntimeException failure) {
            failures.add(at + " " + fault + ": " + failure.getMessage());
            progress.accept("  no recovery from " + fault + ": " + failure.getMessage());
            return Optional.empty();
        }
    }

    private static Duration await(String what, BooleanSupplier state) {
        var start = System.nanoTime();
        RECOVERY.until(what, () -> state.getAsBoolean() ? Optional.of(true) : Optional.empty());
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
