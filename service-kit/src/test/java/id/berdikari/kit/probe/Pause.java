package id.berdikari.kit.probe;

import java.time.Duration;

final class Pause {

    private Pause() {}

    /** Holds a request open, so that a concurrent repeat meets it at work. */
    static void seconds(int seconds) {
        try {
            Thread.sleep(Duration.ofSeconds(seconds));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
