package id.berdikari.bench;

import id.berdikari.local.LocalProblem;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./berdikari bench}: how fast the suite is on this machine. */
@Command(
        name = "./berdikari bench",
        subcommands = {Spine.class, Registry.class})
public final class Bench {
    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var commandLine = new CommandLine(new Bench());
        commandLine.setExecutionExceptionHandler((problem, command, result) -> {
            command.getErr()
                    .println(
                            problem instanceof LocalProblem
                                    ? Objects.toString(problem.getMessage())
                                    : problem.toString());
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine.execute(arguments);
    }
}
