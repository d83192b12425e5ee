package id.berdikari.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** How this JVM starts other processes and waits for them. */
public final class Launch {
    private static final int LINES_SHOWN = 25;

    private Launch() {}

    /** The Java that runs us, so that everything runs on the JDK the launcher found. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A process that a Ctrl-C in the terminal does not reach: we end our processes ourselves, in order. */
    static ProcessBuilder apart(List<String> command) {
        var whole = new ArrayList<>(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "apart"));
        whole.addAll(command);
        return new ProcessBuilder(whole);
    }

    static void await(Duration patience, Process process, Path log, String name, BooleanSupplier ready) {
        var deadline = System.nanoTime() + patience.toNanos();
        while (!ready.getAsBoolean()) {
            if (!process.isAlive()) {
                throw new LocalProblem(name + " ended by itself. " + tail(log));
            }
            if (System.nanoTime() > deadline) {
                throw new LocalProblem(name + " was not ready after " + patience.toSeconds() + " s. " + tail(log));
            }
            rest(Duration.ofMillis(100));
        }
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted", e);
        }
    }

    static String tail(Path log) {
        try {
            var lines = Files.readAllLines(log);
            var last = lines.subList(Math.max(0, lines.size() - LINES_SHOWN), lines.size());
            return "The end of " + log + ":\n  " + String.join("\n  ", last);
        } catch (IOException e) {
            return "Its log " + log + " cannot be read";
        }
    }
}
