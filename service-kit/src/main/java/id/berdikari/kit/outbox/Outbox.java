package id.berdikari.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.event.Event;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.event.TraceParent;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.statement.OneStatement;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Commits events together with the change that they tell. The row's identity becomes the event's sequence, so an
 * aggregate's row must be locked or versioned before its event is appended: then its events stand here in the order in
 * which they happened.
 */
@ApplicationScoped
public class Outbox {

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final OutboxWake wake;
    private final String source;
    private final String topic;

    Outbox(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            OutboxWake wake,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "berdikari.topic") String topic) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.wake = wake;
        this.source = "/" + service;
        this.topic = topic;
    }

    /**
     * Appends an event to the service's own topic, within the caller's transaction.
     *
     * @param event the fact
     * @throws jakarta.transaction.TransactionalException if there is no transaction
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(Event event) {
        var statement = OneStatement.always();
        append(statement, event);
        statement.execute(database);
    }

    /**
     * Appends an event to the service's own topic, within a statement that changes the aggregate.
     *
     * @param statement what writes the change
     * @param event the fact
     */
    public void append(OneStatement statement, Event event) {
        try {
            append(statement, topic, event.subject(), headers(event), json.writeValueAsBytes(event));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Appends a record as it is to any topic, within the caller's transaction.
     *
     * @param destination the topic
     * @param key the record's key
     * @param headers the record's headers
     * @param payload the record's value; null becomes empty
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String destination, String key, Map<String, String> headers, byte @Nullable [] payload) {
        var statement = OneStatement.always();
        append(statement, destination, key, headers, payload == null ? new byte[0] : payload);
        statement.execute(database);
    }

    private Map<String, String> headers(Event event) {
        var headers = new TreeMap<String, String>();
        headers.put("ce_specversion", EventEnvelope.SPEC_VERSION);
        headers.put("ce_id", Identifiers.next().toString());
        headers.put("ce_source", source);
        headers.put("ce_type", Event.typeOf(event.getClass()));
        headers.put("ce_subject", event.subject());
        headers.put("ce_time", clock.instant().truncatedTo(ChronoUnit.MICROS).toString());
        headers.put("content-type", "application/json");
        TraceParent.write(Span.current().getSpanContext(), headers);
        return headers;
    }

    private void append(
            OneStatement statement, String destination, String key, Map<String, String> headers, byte[] payload) {
        try {
            statement
                    .insert(
                            "into outbox (topic, key, headers, payload, created_at) select ?::text, ?::text, ?::jsonb, ?::bytea, ?::timestamptz",
                            destination,
                            key,
                            json.writeValueAsString(headers),
                            payload,
                            clock.instant())
                    .afterwards(wake::afterCommit);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
