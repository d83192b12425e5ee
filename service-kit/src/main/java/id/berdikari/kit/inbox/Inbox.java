package id.berdikari.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.berdikari.event.Event;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.event.EventTypes;
import id.berdikari.kit.event.UndecodableEvent;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/**
 * Handles each event once. Claim and handler share a transaction, so a repeat changes nothing and a failure forgets the
 * claim. A batch is one transaction; if it fails it is replayed one by one. Infrastructure errors are retried without
 * limit; what cannot be decoded, or a rule refuses, is parked, and later events of its key park behind it. A service that
 * stops parks nothing: its events are not acknowledged and come back to it or to another replica.
 */
@ApplicationScoped
public class Inbox {

    private static final int TRANSACTION_TIMEOUT_SECONDS = 60;
    private static final long MAX_BACKOFF_MILLIS = 10_000;
    private static final Duration REMEMBERED = Duration.ofDays(31);

    record Settled(Message message, Outcome outcome) {}

    private record Arrival<E extends Event>(Message message, EventEnvelope envelope, Class<? extends E> type) {}

    private final DataSource database;
    private final ParkedEvents parked;
    private final HandleSpans spans;
    private final InboxMetrics metrics;
    private final Clock clock;
    private final ObjectReader json;
    private final Map<Class<?>, EventTypes<?>> types = new ConcurrentHashMap<>();
    private volatile boolean stopping;

    Inbox(
            DataSource database,
            ParkedEvents parked,
            HandleSpans spans,
            InboxMetrics metrics,
            Clock clock,
            ObjectMapper json) {
        this.database = database;
        this.parked = parked;
        this.spans = spans;
        this.metrics = metrics;
        this.clock = clock;
        this.json =
                json.reader().without(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /**
     * Handles a batch of records of one topic, each once and in order. Returns when every record is handled or parked.
     *
     * @param batch the polled records
     * @param consumer who handles them
     * @param <E> the family
     */
    public <E extends Event> void once(ConsumerRecords<String, byte[]> batch, EventConsumer<E> consumer) {
        var messages = StreamSupport.stream(batch.spliterator(), false)
                .map(Message::of)
                .toList();
        try {
            count(inTransaction(() -> handle(messages, consumer)), consumer);
        } catch (RuntimeException failed) {
            goOnUnlessStopping();
            Log.infof("A batch of %d from %s is replayed one by one", messages.size(), consumer.topic());
            messages.forEach(message -> count(spans.within(message, () -> onceOrParked(message, consumer)), consumer));
        }
    }

    private <E extends Event> void count(List<Settled> outcomes, EventConsumer<E> consumer) {
        outcomes.forEach(each -> metrics.count(each.message(), typesOf(consumer.family()), each.outcome()));
    }

    private <E extends Event> List<Settled> onceOrParked(Message message, EventConsumer<E> consumer) {
        for (long backoff = 100; ; backoff = Math.min(MAX_BACKOFF_MILLIS, backoff * 2)) {
            try {
                return inTransaction(() -> handle(List.of(message), consumer));
            } catch (RuntimeException failed) {
                goOnUnlessStopping();
                if (Infrastructure.isToBlame(failed)) {
                    Log.warnf("%s waits %d ms: %s", message, backoff, Infrastructure.describe(failed));
                    metrics.waiting(message);
                    pause(backoff);
                } else if (park(message, failed)) {
                    return List.of(new Settled(message, Outcome.PARKED));
                }
            }
        }
    }

    /** Inside the caller's transaction: parks what stands behind its key, and claims and handles the others. */
    private <E extends Event> List<Settled> handle(List<Message> messages, EventConsumer<E> consumer) {
        var outcomes = new ArrayList<Settled>();
        var keys = messages.stream().map(Message::key).distinct().toList();
        var behind = parked.keysBehind(consumer.topic(), keys);
        var standing = new ArrayList<Message>();
        for (var message : messages) {
            if (behind.contains(message.key())) {
                parked.add(message, "behind an earlier event of its key");
                outcomes.add(new Settled(message, Outcome.PARKED));
            } else {
                standing.add(message);
            }
        }
        outcomes.addAll(apply(standing, consumer));
        return outcomes;
    }

    /** Inside the caller's transaction: claims the messages, and handles those that are new in their order. */
    <E extends Event> List<Settled> apply(List<Message> messages, EventConsumer<E> consumer) {
        var outcomes = new ArrayList<Settled>();
        var arrivals = new ArrayList<Arrival<E>>();
        for (var message : messages) {
            var envelope = EventEnvelope.of(message.headers());
            typesOf(consumer.family())
                    .named(envelope.type())
                    .ifPresentOrElse(
                            type -> arrivals.add(new Arrival<>(message, envelope, type)),
                            () -> outcomes.add(new Settled(message, Outcome.UNKNOWN)));
        }
        var unseen = claim(arrivals);
        for (var arrival : arrivals) {
            if (unseen.remove(arrival.envelope().identity())) {
                spans.around(
                        arrival.message(),
                        () -> consumer.handle(decode(arrival.message(), arrival.type()), arrival.envelope()));
                outcomes.add(new Settled(arrival.message(), Outcome.HANDLED));
            } else {
                outcomes.add(new Settled(arrival.message(), Outcome.REPEATED));
            }
        }
        return outcomes;
    }

    @Scheduled(every = "6h", delayed = "15m")
    @Transactional
    void forget() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("delete from inbox where received_at < ?")) {
            statement.setTimestamp(1, Timestamp.from(clock.instant().minus(REMEMBERED)));
            statement.executeUpdate();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    private boolean park(Message message, RuntimeException failed) {
        try {
            inTransaction(() -> {
                parked.add(message, Infrastructure.describe(failed));
                return true;
            });
            Log.errorf("%s is parked: %s", message, Infrastructure.describe(failed));
            return true;
        } catch (RuntimeException again) {
            pause(1_000);
            return false;
        }
    }

    /** Remembers the events; those that it remembered already are not among the identities that it gives back. */
    private <E extends Event> Set<String> claim(List<Arrival<E>> arrivals) {
        var unseen = new HashSet<String>();
        if (arrivals.isEmpty()) {
            return unseen;
        }
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                insert into inbox (event_id, received_at) select unnest(?), ?
                on conflict do nothing returning event_id""")) {
            var identities = arrivals.stream().map(each -> each.envelope().identity());
            statement.setArray(1, connection.createArrayOf("text", identities.toArray()));
            statement.setTimestamp(2, Timestamp.from(clock.instant()));
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    unseen.add(row.getString(1));
                }
            }
            return unseen;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private <E extends Event> E decode(Message message, Class<? extends E> type) {
        try {
            var payload = message.payload();
            E event = payload == null || payload.length == 0
                    ? null
                    : json.forType(type).readValue(payload);
            if (event == null) {
                throw new UndecodableEvent("the value is empty");
            }
            if (!event.subject().equals(message.key())) {
                throw new UndecodableEvent("the key is not the subject");
            }
            return event;
        } catch (IOException | NullPointerException malformed) {
            throw new UndecodableEvent("the value is not a " + Event.typeOf(type));
        }
    }

    @SuppressWarnings("unchecked")
    private <E extends Event> EventTypes<E> typesOf(Class<E> family) {
        return (EventTypes<E>) types.computeIfAbsent(family, each -> EventTypes.of((Class<E>) each));
    }

    private void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            stopping = true;
        }
        goOnUnlessStopping();
    }

    /** While a service stops its parts close one after the other, and any error may come of that; none is the event's. */
    private void goOnUnlessStopping() {
        if (stopping) {
            throw new IllegalStateException("the service is stopping; the event comes back");
        }
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_TIMEOUT_SECONDS)
                .call(work);
    }
}
