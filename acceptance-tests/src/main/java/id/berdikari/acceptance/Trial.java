package id.berdikari.acceptance;

import id.berdikari.local.ProjectRoot;
import id.berdikari.local.SuiteAccess;
import id.berdikari.local.SuitePlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Stories on a suite of their own, in a folder that is emptied before, while its parts fail or are replaced. */
final class Trial {
    private static final Patience PATIENCE = new Patience(Duration.ofMinutes(8));

    private final Path data;
    private final int portBase;

    Trial(String name, int portBase) {
        this.data = ProjectRoot.find().resolve(".berdikari/" + name);
        this.portBase = portBase;
    }

    Path data() {
        return data;
    }

    FaultRun.Outcome run(
            UnaryOperator<SuitePlan> which, int stories, Duration longestThought, FaultPlan faults, Duration length) {
        Folders.empty(data);
        // All stories come from one address.
        var plan = SuitePlan.in(data, portBase).environment(Map.of("BERDIKARI_LIMIT_ANONYMOUS_PER_MINUTE", "100000"));
        try (var processes = which.apply(plan).start(Trial::say)) {
            var suite = new Suite(SuiteAccess.onLinks(processes), PATIENCE);
            return new FaultRun(processes, suite, Wording.plain(), longestThought, Trial::say)
                    .run(stories, faults, length);
        }
    }

    /** Says it in a word, or what is wrong; 0 if all is well. */
    static int exitCode(FaultRun.Outcome outcome) {
        System.out.println(outcome.isClean() ? "Clean." : "NOT CLEAN.\n" + outcome.complaint());
        return outcome.isClean() ? 0 : 1;
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
