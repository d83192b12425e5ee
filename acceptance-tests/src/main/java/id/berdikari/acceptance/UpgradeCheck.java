package id.berdikari.acceptance;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * A rolling upgrade as an operator does it: the suite of another commit runs stories; this version's processes start beside
 * it, migrate its databases and share its work; then the old ones leave, one after the other, while stories go on.
 */
@Command(
        name = "upgrade-check",
        description = "Replaces a suite of another commit by this one while stories run, and judges")
public final class UpgradeCheck implements Callable<Integer> {
    private static final Duration LONGEST_THOUGHT = Duration.ofSeconds(1);

    @Parameters(paramLabel = "COMMIT", description = "The version to upgrade from")
    private String commit = "";

    @Option(names = "--built", paramLabel = "DIR", description = "A checkout of it that is built; else one is made")
    private @Nullable Path built;

    @Option(names = "--stories", defaultValue = "6", description = "How many stories run at a time")
    private int stories;

    @Option(names = "--port-base", defaultValue = "18280", description = "Ports are counted from here, up to N+64")
    private int portBase;

    private UpgradeCheck() {}

    /** Ends with 0 if every promise held. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new UpgradeCheck()).execute(arguments));
    }

    @Override
    public Integer call() {
        try (var old = built != null ? Checkout.built(built) : Checkout.of(commit)) {
            return upgrade(old);
        } catch (LocalProblem | StoryFailure problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private int upgrade(Checkout old) {
        var trial = new Trial("upgrade", portBase);
        System.out.printf("From %s to this version, %d stories at a time, data in %s%n", commit, stories, trial.data());
        var outcome = trial.run(
                plan -> plan.builtIn(old.folder()),
                stories,
                LONGEST_THOUGHT,
                FaultPlan.of(steps()),
                Duration.ofHours(1));
        outcome.verdict()
                .checks()
                .forEach(check -> System.out.printf(
                        "  %-70s %,7d  %s%n", check.promise(), check.seen(), check.holds() ? "held" : "BROKEN"));
        System.out.printf(
                "%d stories told; %,d requests sent, %,d of them twice%n",
                outcome.stories(),
                outcome.traffic().allSent(),
                outcome.traffic().allPostponed());
        return Trial.exitCode(outcome);
    }

    /** First all new ones beside all old ones, for that is when they must understand each other; then the old ones go. */
    private static Fault[] steps() {
        var starts = Stream.of(Service.values())
                .map(service ->
                        new Fault("new one beside the old", name(service), suite -> suite.startSecond(service)));
        var stops = Stream.of(Service.values())
                .map(service -> new Fault("old one stopped", name(service), suite -> suite.handOver(service)));
        return Stream.concat(starts, stops).toArray(Fault[]::new);
    }

    private static String name(Service service) {
        return "the " + service.id() + " service";
    }
}
