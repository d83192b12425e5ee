package id.berdikari.acceptance;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** How long somebody waits for what travels between services, or for a service that is away. */
record Patience(Duration limit) {
    private static final Duration PAUSE = Duration.ofMillis(150);

    <T> T until(String what, Supplier<Optional<T>> attempt) {
        var deadline = System.nanoTime() + limit.toNanos();
        while (true) {
            var found = attempt.get();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > deadline) {
                throw new StoryFailure("After " + limit.toSeconds() + " s still not: " + what);
            }
            rest(PAUSE);
        }
    }

    static void rest(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new StoryFailure("Interrupted");
        }
    }
}
