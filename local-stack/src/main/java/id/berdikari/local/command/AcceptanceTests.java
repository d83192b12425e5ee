package id.berdikari.local.command;

import id.berdikari.local.Launch;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.ProjectRoot;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Runs what stands in the module above this one, in a process of its own. */
final class AcceptanceTests {
    private AcceptanceTests() {}

    /** Runs a main class of that module to its end, on our terminal, and answers its exit code. */
    static int run(String mainClass, List<String> arguments) {
        var classPath = String.join(
                File.pathSeparator,
                ProjectRoot.built("acceptance-tests/target/classes").toString(),
                ProjectRoot.built("acceptance-tests/target/lib") + "/*",
                ProjectRoot.built("local-stack/target/lib") + "/*");
        var command = new ArrayList<>(List.of(
                Launch.java(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dberdikari.root=" + ProjectRoot.find(),
                "-cp",
                classPath,
                "id.berdikari.acceptance." + mainClass));
        command.addAll(arguments);
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
