package id.berdikari.kit.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.EventsFrom;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.probe.NoteEvent;
import id.berdikari.kit.probe.NoteEvent.NoteWritten;
import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A service that stops closes its parts while records still come in. */
@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class InboxStopTest {

    /** Fails as Hibernate does once it is closed: with an error that looks like one of the event's own. */
    private static final class Closing implements EventConsumer<NoteEvent> {
        @Override
        public String topic() {
            return "probe-events";
        }

        @Override
        public Class<NoteEvent> family() {
            return NoteEvent.class;
        }

        @Override
        public void handle(NoteEvent event, EventEnvelope envelope) {
            throw new IllegalStateException("EntityManagerFactory is closed");
        }
    }

    @Inject
    DataSource database;

    @Inject
    ParkedEvents parked;

    @Inject
    HandleSpans spans;

    @Inject
    InboxMetrics metrics;

    @Inject
    Clock clock;

    @Inject
    ObjectMapper json;

    @Test
    void aServiceThatStopsGivesItsEventsBackAndParksNone() throws Exception {
        var inbox = new Inbox(database, parked, spans, metrics, clock, json);
        var id = Identifiers.next();
        var batch = EventsFrom.service("probe-service").batch(new NoteWritten(id, "late"));

        inbox.stop(new ShutdownEvent());

        assertThrows(IllegalStateException.class, () -> inbox.once(batch, new Closing()));
        assertEquals(0, parkedOf(id));
    }

    @Test
    void theSameErrorIsTheEventsOwnWhileTheServiceRuns() throws Exception {
        var inbox = new Inbox(database, parked, spans, metrics, clock, json);
        var id = Identifiers.next();

        var probe = EventsFrom.service("probe-service");
        // Parked records are known by their place, and other tests park at the first ones.
        var message =
                probe.record(new NoteWritten(id, "poor"), Identifiers.next().toString(), 800_001);
        inbox.once(probe.batch(List.of(message)), new Closing());

        assertEquals(1, parkedOf(id));
    }

    private int parkedOf(UUID id) throws Exception {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select count(*) from parked_event where key = ?")) {
            select.setString(1, id.toString());
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
