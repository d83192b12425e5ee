package id.berdikari.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "faults",
        description = "Lets parts of a suite of its own fail while stories run, and judges what is left")
final class Faults implements Callable<Integer> {
    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return AcceptanceTests.run("Faults", arguments);
    }
}
