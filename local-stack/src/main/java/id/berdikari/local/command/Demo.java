package id.berdikari.local.command;

import id.berdikari.local.Launch;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.ProjectRoot;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "demo", description = "Shows a story on the running suite, step by step")
final class Demo implements Callable<Integer> {
    @Mixin
    private final SuiteOptions options = new SuiteOptions();

    @Option(names = "--story", paramLabel = "LETTER", defaultValue = "A", description = "Which story")
    private String story = "A";

    @Override
    public Integer call() {
        var suite = options.running();
        return show(Path.of(suite.dataDir()), suite.portBase(), story);
    }

    static int show(Path data, int portBase, String story) {
        var classes = ProjectRoot.built("acceptance-tests/target/classes");
        var libraries = ProjectRoot.built("acceptance-tests/target/lib");
        var command = List.of(
                Launch.java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-Dberdikari.root=" + ProjectRoot.find(),
                "-cp",
                classes + File.pathSeparator + libraries + "/*",
                "id.berdikari.acceptance.Demo",
                "--port-base",
                Integer.toString(portBase),
                "--data",
                data.toString(),
                "--story",
                story);
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
