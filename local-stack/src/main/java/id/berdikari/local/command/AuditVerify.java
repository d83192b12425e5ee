package id.berdikari.local.command;

import id.berdikari.local.Service;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "audit-verify", description = "Checks the audit logs; exit code 1 if one was touched")
final class AuditVerify implements Callable<Integer> {
    @Mixin
    private final AccessOptions options = new AccessOptions();

    @Parameters(arity = "0..1", paramLabel = "SERVICE", description = "All unless said")
    private @Nullable String service;

    @Override
    public Integer call() {
        var targets = service == null ? List.of(Service.values()) : List.of(Service.named(service));
        var call = new ServiceCall(options.running(), "auditor");
        var intact = true;
        for (var target : targets) {
            var answer = call.get(target, "/api/v1/audit/verification");
            System.out.println(target.id() + " " + answer);
            intact &= answer.path("intact").asBoolean(false);
        }
        return intact ? 0 : 1;
    }
}
