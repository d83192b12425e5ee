package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A shell script that runs when this JVM is gone, however it went: the shell waits until our end of its input closes,
 * and even kill -9 closes that.
 */
final class LastWill {
    private static final String WAIT = "trap '' INT HUP TERM; cat > /dev/null; ";

    private static final Set<List<String>> WRITTEN = ConcurrentHashMap.newKeySet();

    private LastWill() {}

    /** Writes it once, however often it is asked to. */
    static void write(String script, String... arguments) {
        var command = new ArrayList<>(List.of("sh", "-c", WAIT + script, "last-will"));
        command.addAll(List.of(arguments));
        if (!WRITTEN.add(command)) {
            return;
        }
        try {
            new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
