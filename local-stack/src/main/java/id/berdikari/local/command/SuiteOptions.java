package id.berdikari.local.command;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.RunningSuite;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which suite a command means: the one named, else the one that runs. */
final class SuiteOptions {
    static final int DEFAULT_PORT_BASE = 8080;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the suite keeps its data")
    private @Nullable Path data;

    @Option(names = "--port-base", paramLabel = "N", description = "Ports are counted from here")
    private @Nullable Integer portBase;

    /** The folder for a suite to be started. */
    Path dataToStart(boolean demo) {
        return data != null ? data.toAbsolutePath().normalize() : demo ? demoData() : defaultData();
    }

    /** The folder for a suite that nobody else uses. */
    Path dataToWarm() {
        return data != null ? data.toAbsolutePath().normalize() : defaultData().resolve("warm");
    }

    /** What other commands have to be told to mean the same suite; begins with a space unless it is empty. */
    String toMeanTheSame() {
        return data != null ? " --data " + data : "";
    }

    int portBaseToStart() {
        return portBase != null ? portBase : DEFAULT_PORT_BASE;
    }

    /** The folder of the suite meant, running or not. */
    Path existingData() {
        if (data != null) {
            return data.toAbsolutePath().normalize();
        }
        for (var folder : List.of(defaultData(), demoData())) {
            var running = RunningSuite.in(folder);
            if (running.isPresent()
                    && (portBase == null || portBase == running.get().portBase())) {
                return said(folder);
            }
        }
        return Files.exists(defaultData().resolve("keys")) ? defaultData() : said(demoData());
    }

    RunningSuite running() {
        var folder = existingData();
        return RunningSuite.in(folder)
                .orElseThrow(() -> new LocalProblem("No suite runs in " + folder + ". Start one with ./berdikari up"));
    }

    private static Path said(Path folder) {
        if (folder.equals(demoData()) && Files.exists(folder)) {
            System.err.println("Using the demonstration suite in " + folder);
        }
        return folder;
    }

    private static Path defaultData() {
        return ProjectRoot.find().resolve(".berdikari");
    }

    private static Path demoData() {
        return defaultData().resolve("demo");
    }
}
