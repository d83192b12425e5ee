package id.berdikari.local.command;

import id.berdikari.local.Launch;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.ProjectRoot;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Shows a story on the running suite, step by step")
final class Demo implements Callable<Integer> {
    @Mixin
    private final AccessOptions options = new AccessOptions();

    @Option(names = "--story", paramLabel = "LETTER", defaultValue = "A", description = "Which story")
    private String story = "A";

    @Override
    public Integer call() {
        if (options.isCompose()) {
            return show(List.of("--compose"), story);
        }
        var suite = options.runningLocally();
        return show(Path.of(suite.dataDir()), suite.portBase(), story);
    }

    static int show(Path data, int portBase, String story) {
        return show(List.of("--port-base", Integer.toString(portBase), "--data", data.toString()), story);
    }

    private static int show(List<String> suite, String story) {
        var classes = ProjectRoot.built("acceptance-tests/target/classes");
        var libraries = ProjectRoot.built("acceptance-tests/target/lib");
        var command = new ArrayList<>(List.of(
                Launch.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dberdikari.root=" + ProjectRoot.find(),
                "-cp",
                classes + File.pathSeparator + libraries + "/*",
                "id.berdikari.acceptance.Demo",
                "--story",
                story));
        command.addAll(suite);
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted", e);
        }
    }
}
