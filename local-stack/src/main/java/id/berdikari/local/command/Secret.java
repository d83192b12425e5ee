package id.berdikari.local.command;

import id.berdikari.local.LocalProblem;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "secret", description = "Prints a secret that a simulator outside the suite needs, and nothing else")
final class Secret implements Callable<Integer> {
    @Mixin
    private final AccessOptions options = new AccessOptions();

    @Parameters(paramLabel = "NAME", description = "midtrans")
    private String name = "";

    @Override
    public Integer call() {
        if (!name.equals("midtrans")) {
            throw new LocalProblem("There is no secret " + name + ". Secrets: midtrans");
        }
        System.out.println(options.existing().midtransServerKey());
        return 0;
    }
}
