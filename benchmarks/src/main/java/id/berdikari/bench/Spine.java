package id.berdikari.bench;

import id.berdikari.bench.event.CatchUp;
import id.berdikari.bench.event.CommitToCopy;
import id.berdikari.bench.event.RelayDrain;
import id.berdikari.bench.payment.PaidDonations;
import id.berdikari.bench.start.Starts;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.ProjectRoot;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "spine", description = "Measures the suite against the limits of this machine")
final class Spine implements Callable<Integer> {

    private static final List<Scenario> SCENARIOS =
            List.of(new PaidDonations(), new RelayDrain(), new CommitToCopy(), new CatchUp(), new Starts());

    @Option(names = "--quick", description = "Short, to see that it runs; the figures mean nothing")
    private boolean quick;

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Some scenarios instead of all")
    private List<String> only = List.of();

    @Option(names = "--report", paramLabel = "FILE", description = "Where the Markdown goes; the JSON goes beside it")
    private @Nullable Path report;

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "18080",
            description = "Ports are counted from here")
    private int portBase;

    @Override
    public Integer call() throws Exception {
        var bench = new Workbench(portBase, quick, System.out::println);
        var machine = Machine.facts(bench.emptyFolder());
        machine.forEach((name, value) -> bench.say(name + ": " + value));
        var findings = new ArrayList<Finding>();
        for (var scenario : chosen()) {
            bench.say("\n" + scenario.name());
            findings.addAll(scenario.measure(bench));
        }
        var today = LocalDate.now(Clock.systemUTC()).toString();
        var file = report != null
                ? report
                : ProjectRoot.find().resolve("benchmarks/results/spine-" + today + (quick ? "-quick" : "") + ".md");
        var result = new Report(today, quick, machine, findings);
        result.write(file);
        bench.emptyFolder();
        bench.say("\n" + result.markdown() + "\nWritten to " + file);
        return 0;
    }

    private List<Scenario> chosen() {
        if (only.isEmpty()) {
            return SCENARIOS;
        }
        return only.stream()
                .map(name -> SCENARIOS.stream()
                        .filter(scenario -> scenario.name().equals(name))
                        .findFirst()
                        .orElseThrow(() -> new LocalProblem("There is no scenario " + name + ". Scenarios: "
                                + String.join(
                                        ", ",
                                        SCENARIOS.stream().map(Scenario::name).toList()))))
                .toList();
    }
}
