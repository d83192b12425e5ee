package id.berdikari.acceptance;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.SuitePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a suite of its own, lets its parts fail while stories run, and says whether every promise held. */
@Command(
        name = "faults",
        description = "Lets parts of a suite of its own fail while stories run, and judges what is left")
public final class Faults implements Callable<Integer> {
    private static final Duration LONGEST_THOUGHT = Duration.ofSeconds(4);

    @Option(names = "--minutes", defaultValue = "30", description = "How long faults strike")
    private int minutes;

    @Option(names = "--stories", defaultValue = "50", description = "How many stories run at a time")
    private int stories;

    @Option(names = "--seed", description = "Decides on the order of the random faults; printed if not given")
    private long seed = ThreadLocalRandom.current().nextLong(1_000_000);

    @Option(names = "--report", paramLabel = "FILE", description = "Where to write the report, as Markdown")
    private @Nullable Path report;

    @Option(names = "--port-base", defaultValue = "18080", description = "Ports are counted from here, up to N+64")
    private int portBase;

    private Faults() {}

    /** Ends with 0 if the run was clean. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Faults()).execute(arguments));
    }

    @Override
    public Integer call() {
        var trial = new Trial("faults", portBase);
        System.out.printf(
                "Faults for %d minutes, %d stories at a time, seed %d, data in %s%n",
                minutes, stories, seed, trial.data());
        try {
            var length = Duration.ofMinutes(minutes);
            var outcome =
                    trial.run(SuitePlan::onLinks, stories, LONGEST_THOUGHT, FaultPlan.forRunOf(length, seed), length);
            tell(new FaultReport(outcome, stories, seed));
            return Trial.exitCode(outcome);
        } catch (LocalProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private void tell(FaultReport told) {
        if (report == null) {
            System.out.println(told.markdown());
        } else {
            told.writeTo(report);
            System.out.println("The report is in " + report);
        }
    }
}
