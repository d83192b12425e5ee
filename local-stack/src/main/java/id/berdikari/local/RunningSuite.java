package id.berdikari.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** What {@code run/suite.json} in a data folder says about the process that runs the suite there. */
public record RunningSuite(long pid, long startedAt, String dataDir, int portBase) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** The suite of this folder, if its process is alive. */
    public static Optional<RunningSuite> in(Path dataDir) {
        var file = file(dataDir);
        if (Files.notExists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readValue(file.toFile(), RunningSuite.class))
                    .filter(RunningSuite::isAlive);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static void record(Path dataDir, int portBase) {
        var self = ProcessHandle.current();
        try {
            Files.createDirectories(dataDir.resolve("run"));
            JSON.writeValue(
                    file(dataDir).toFile(), new RunningSuite(self.pid(), startOf(self), dataDir.toString(), portBase));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path dataDir) {
        try {
            Files.deleteIfExists(file(dataDir));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks it to stop and waits until it has. */
    public void stop() {
        var process = ProcessHandle.of(pid);
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        try {
            process.get().onExit().get(90, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalProblem(
                    "The suite with pid " + pid + " does not stop. Its logs are in " + dataDir + "/logs", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A pid is used again one day, so the start time must match too. */
    private boolean isAlive() {
        return ProcessHandle.of(pid)
                .filter(handle -> handle.isAlive() && startOf(handle) == startedAt)
                .isPresent();
    }

    private static long startOf(ProcessHandle handle) {
        return handle.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    }

    private static Path file(Path dataDir) {
        return dataDir.resolve("run/suite.json");
    }
}
