package id.berdikari.local.command;

import id.berdikari.local.AotCaches;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import id.berdikari.local.SuitePlan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Starts PostgreSQL, Kafka and the four services, and stays")
final class Up implements Callable<Integer> {
    @Mixin
    private final SuiteOptions options = new SuiteOptions();

    @Option(names = "--demo", description = "Then shows Story A")
    private boolean demo;

    @Override
    public Integer call() {
        var data = options.dataToStart(demo);
        var portBase = options.portBaseToStart();
        System.out.println("Starting Berdikari with its data in " + data
                + (AotCaches.fit() ? ", from AOT caches" : " (./berdikari warm makes starts faster)"));
        try (var suite = SuitePlan.in(data, portBase).start(line -> System.out.println(line))) {
            System.out.print(welcome(suite, options.toMeanTheSame()));
            System.out.flush();
            if (demo && Demo.show(suite.dataDir(), portBase, "A") == 0) {
                System.out.println("""

                        Story D, who is poor in a town and whom visible rules would choose:
                          ./berdikari demo --story D%s
                        The suite stays up. Ctrl-C stops it.""".formatted(options.toMeanTheSame()));
            }
            suite.awaitEnd();
        }
        return 0;
    }

    private static String welcome(LocalSuite suite, String same) {
        var text = new StringBuilder("\nBerdikari is ready.\n\n");
        for (var service : Service.values()) {
            var url = suite.baseUrl(service);
            text.append("  %-12s API %s/api/v1   try it %s/docs   OpenAPI %s/openapi%n"
                    .formatted(service.id(), url, url, url));
        }
        return text.append("""

                          A token for a role    ./berdikari token verifier%2$s
                          A story, step by step ./berdikari demo --story A%2$s   (or D, or all)
                          Logs                  %1$s/logs
                          Stop                  Ctrl-C here, or ./berdikari down%2$s

                        """.formatted(suite.dataDir(), same)).toString();
    }
}
