package id.berdikari.monitoring.journey;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One thing that happened, known by the identity of the event that told it. */
record JourneyItem(
        String eventId,
        String type,
        String service,
        LocalDate occurredOn,
        Instant recordedAt,
        @Nullable BigDecimal amount) {

    /** The place in a journey, which text order keeps: the time, then the event's identity. */
    String place() {
        return recordedAt + " " + eventId;
    }
}
