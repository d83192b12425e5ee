package id.berdikari.bench;

import id.berdikari.local.ProjectRoot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How scenarios are run and reported, whatever they measure. */
final class BenchRun {

    @Option(names = "--quick", description = "Short, to see that it runs; the figures mean nothing")
    private boolean quick;

    @Option(names = "--report", paramLabel = "FILE", description = "Where the Markdown goes; the JSON goes beside it")
    private @Nullable Path report;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "18080",
            description = "Ports are counted from here")
    private int portBase;

    /** Measures each in its turn and writes what came of it to {@code results/NAME-DATE.md}. */
    void report(String name, String title, List<Scenario> scenarios) throws Exception {
        var bench = new Workbench(portBase, quick, System.out::println);
        var machine = Machine.facts(bench.emptyFolder());
        machine.forEach((fact, value) -> bench.say(fact + ": " + value));
        var findings = new ArrayList<Finding>();
        for (var scenario : scenarios) {
            bench.say("\n" + scenario.name());
            findings.addAll(scenario.measure(bench));
        }
        var today = LocalDate.now(Clock.systemUTC()).toString();
        var result = new Report(title, today, quick, machine, findings);
        var file = file(name, today);
        result.write(file);
        bench.emptyFolder();
        bench.say("\n" + result.markdown() + "\nWritten to " + file);
    }

    private Path file(String name, String today) throws IOException {
        return report != null
                ? report
                : ProjectRoot.find()
                        .resolve("benchmarks/results/" + name + "-" + today + (quick ? "-quick" : "") + ".md");
    }
}
