package id.berdikari.local.command;

import id.berdikari.local.LocalProblem;
import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code ./berdikari}: runs the suite on this machine and talks to it. */
@Command(name = "./berdikari", sortOptions = false)
public final class Berdikari implements Callable<Integer> {
    private Berdikari() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    private static CommandLine commandLine() {
        var commandLine = new CommandLine(new Berdikari())
                .addSubcommand("up", new Up())
                .addSubcommand("demo", new Demo())
                .addSubcommand("warm", new Warm())
                .addSubcommand("token", new Token())
                .addSubcommand("secrets", new Secrets())
                .addSubcommand("secret", new Secret())
                .addSubcommand("down", new Down())
                .addSubcommand("redrive", new Redrive())
                .addSubcommand("audit-verify", new AuditVerify())
                .addSubcommand("backup", new BackupCommand())
                .addSubcommand("restore", new RestoreCommand())
                .addSubcommand("faults", new Faults())
                .addSubcommand("upgrade-check", new UpgradeCheck());
        commandLine.setParameterExceptionHandler((problem, words) -> {
            complain(
                    problem.getCommandLine().getErr(),
                    problem.getMessage() + "\n./berdikari help shows what there is.");
            return CommandLine.ExitCode.USAGE;
        });
        commandLine.setExecutionExceptionHandler((problem, command, result) -> {
            var message = problem instanceof LocalProblem ? Objects.toString(problem.getMessage()) : problem.toString();
            complain(command.getErr(), message);
            return CommandLine.ExitCode.SOFTWARE;
        });
        return commandLine;
    }

    private static void complain(PrintWriter writer, String message) {
        writer.println(message);
        writer.flush();
    }

    @Override
    public Integer call() {
        System.err.println("./berdikari help shows what there is.");
        return CommandLine.ExitCode.USAGE;
    }
}
