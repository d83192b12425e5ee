package id.berdikari.bench;

import id.berdikari.bench.event.CatchUp;
import id.berdikari.bench.event.CommitToCopy;
import id.berdikari.bench.event.RelayDrain;
import id.berdikari.bench.payment.PaidDonations;
import id.berdikari.bench.start.Starts;
import id.berdikari.local.LocalProblem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "spine", description = "Measures the suite against the limits of this machine")
final class Spine implements Callable<Integer> {

    private static final List<Scenario> SCENARIOS =
            List.of(new PaidDonations(), new RelayDrain(), new CommitToCopy(), new CatchUp(), new Starts());

    @Mixin
    private final BenchRun run = new BenchRun();

    @Option(names = "--only", paramLabel = "NAME", split = ",", description = "Some scenarios instead of all")
    private List<String> only = List.of();

    @Override
    public Integer call() throws Exception {
        run.report("spine", "The spine's speed", chosen());
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
