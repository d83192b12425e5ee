package id.berdikari.kit.inbox;

import java.util.Locale;

/** What became of an event that was received. */
enum Outcome {
    HANDLED,
    REPEATED,
    /** Its type is newer than this service. */
    UNKNOWN,
    PARKED;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
