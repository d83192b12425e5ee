package id.berdikari.local.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
        name = "upgrade-check",
        description = "Replaces a suite of another commit by this one while stories run, and judges")
final class UpgradeCheck implements Callable<Integer> {
    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public Integer call() {
        return AcceptanceTests.run("UpgradeCheck", arguments);
    }
}
