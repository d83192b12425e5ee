package id.berdikari.kit.probe;

import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.probe.NoteEvent.NoteChanged;
import id.berdikari.kit.probe.NoteEvent.NoteWritten;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Writes down what it hears; answers an echo; refuses poison until it is cured, and loses its database for a while on demand. */
@ApplicationScoped
class NoteEventsConsumer implements EventConsumer<NoteEvent> {

    private final AtomicBoolean cured = new AtomicBoolean();
    private final AtomicInteger outages = new AtomicInteger();

    private final Inbox inbox;
    private final DataSource database;
    private final Outbox outbox;

    NoteEventsConsumer(Inbox inbox, DataSource database, Outbox outbox) {
        this.inbox = inbox;
        this.database = database;
        this.outbox = outbox;
    }

    void cured(boolean now) {
        cured.set(now);
    }

    void outages(int next) {
        outages.set(next);
    }

    @Incoming("probe-events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        inbox.once(batch, this);
    }

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
        switch (event) {
            case NoteWritten written -> {
                hear(written.noteId(), written.text());
                if (written.text().startsWith("echo")) {
                    outbox.append(new NoteChanged(written.noteId(), "answer"));
                }
            }
            case NoteChanged changed -> hear(changed.noteId(), changed.text());
        }
    }

    private void hear(UUID noteId, String text) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("insert into heard (note_id, text) values (?, ?)")) {
            insert.setObject(1, noteId);
            insert.setString(2, text);
            insert.executeUpdate();
            if (text.startsWith("poison") && !cured.get()) {
                throw NoteProblem.POISON.refused();
            }
            if (text.startsWith("outage") && outages.getAndDecrement() > 0) {
                throw new SQLException("the database is away", "08006");
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
