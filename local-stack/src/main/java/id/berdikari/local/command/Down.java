package id.berdikari.local.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops the running suite; its data stay")
final class Down implements Callable<Integer> {
    @Mixin
    private final SuiteOptions options = new SuiteOptions();

    @Override
    public Integer call() {
        var suite = options.running();
        System.out.println("Stopping the suite in " + suite.dataDir() + " (pid " + suite.pid() + ")");
        suite.stop();
        System.out.println("Stopped. Its data are kept.");
        return 0;
    }
}
