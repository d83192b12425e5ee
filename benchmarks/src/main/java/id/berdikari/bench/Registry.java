package id.berdikari.bench;

import id.berdikari.bench.registry.GrowingRegister;
import id.berdikari.local.LocalProblem;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "registry", description = "Measures the register while it grows to a million people")
final class Registry implements Callable<Integer> {

    @Mixin
    private final BenchRun run = new BenchRun();

    @Option(
            names = "--persons",
            paramLabel = "N",
            split = ",",
            defaultValue = "10000,100000,1000000",
            description = "How many people are in it when it is measured, from few to many")
    private List<Integer> persons = List.of();

    @Override
    public Integer call() throws Exception {
        if (persons.size() < 2
                || !persons.equals(persons.stream().sorted().distinct().toList())) {
            throw new LocalProblem("--persons needs two sizes or more, from few to many");
        }
        run.report("registry", "The register's speed", List.of(new GrowingRegister(persons)));
        return 0;
    }
}
