package id.berdikari.local.command;

import id.berdikari.local.Service;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "redrive", description = "Puts a service's parked events back, in order")
final class Redrive implements Callable<Integer> {
    @Mixin
    private final AccessOptions options = new AccessOptions();

    @Parameters(paramLabel = "SERVICE")
    private String service = "";

    @Option(names = "--key", description = "Only the events of this key")
    private @Nullable String key;

    @Override
    public Integer call() {
        var body = ServiceCall.JSON.createObjectNode();
        if (key != null) {
            body.put("key", key);
        }
        var target = Service.named(service);
        var answer = new ServiceCall(options.running(), "admin").post(target, "/api/v1/parked-events/redrive", body);
        System.out.println(answer.toPrettyString());
        return 0;
    }
}
