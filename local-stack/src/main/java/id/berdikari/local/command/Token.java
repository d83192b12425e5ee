package id.berdikari.local.command;

import id.berdikari.local.TokenHolder;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "token", description = "Prints a token for a role, and nothing else")
final class Token implements Callable<Integer> {
    @Mixin
    private final AccessOptions options = new AccessOptions();

    @Parameters(arity = "1..*", paramLabel = "ROLE", description = "One role or several")
    private List<String> roles = List.of();

    @Option(names = "--areas", split = ",", defaultValue = "*", description = "Area-code prefixes, or * for all")
    private List<String> areas = List.of();

    @Option(names = "--organisation", description = "Whose partner this is")
    private @Nullable String organisation;

    @Option(names = "--subject", description = "Who this is; ROLE-1 unless said")
    private @Nullable String subject;

    @Override
    public Integer call() {
        var name = subject != null ? subject : TokenHolder.nameFor(roles);
        var holder = new TokenHolder(roles, name, areas, organisation);
        System.out.println(options.existing().tokens().issue(holder));
        return 0;
    }
}
