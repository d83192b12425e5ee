package id.berdikari.local.command;

import id.berdikari.local.AotCaches;
import id.berdikari.local.SuitePlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "warm", description = "Runs Story A on a suite of its own and keeps what the JVMs learn")
final class Warm implements Callable<Integer> {
    @Mixin
    private final SuiteOptions options = new SuiteOptions();

    @Override
    public Integer call() {
        var data = options.dataToWarm();
        var portBase = options.portBaseToStart();
        System.out.println("Training AOT caches on a suite of its own in " + data);
        try (var suite =
                SuitePlan.in(data, portBase).caches(AotCaches.TRAINED).start(line -> System.out.println(line))) {
            if (Demo.show(suite.dataDir(), portBase, "A") != 0) {
                return 1;
            }
            System.out.println("\nWriting the caches takes a minute or two.");
        }
        AotCaches.keepTrained();
        System.out.println("./berdikari up starts from these caches until the next build.");
        return 0;
    }
}
