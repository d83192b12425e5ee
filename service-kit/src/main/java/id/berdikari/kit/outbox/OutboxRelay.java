package id.berdikari.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import id.berdikari.kit.problem.Causes;
import io.opentelemetry.api.trace.Tracer;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends committed outbox rows to Kafka, in the order of their identity, and deletes them once the broker has them. One
 * replica relays at a time, under an advisory lock of its transaction. A batch is one Kafka transaction: readers of
 * committed records see all of it or nothing, so a failure in the middle never shows a later event of a key before an
 * earlier one. A row leaves at least once: if the process dies between the two commits it is sent again, with the same id.
 */
@ApplicationScoped
class OutboxRelay {

    private static final int BATCH = 5_000;
    private static final long POLL_MILLIS = 1_000;
    /** Under load more events gather in each Kafka transaction; an event after a quiet moment does not wait for it. */
    private static final long BREATH_MILLIS = 10;
    /** The replica that holds the lock may have read before our event was committed. */
    private static final long RETRY_MILLIS = 50;

    private static final long MAX_BACKOFF_MILLIS = 10_000;
    private static final int TRANSACTION_TIMEOUT_SECONDS = 10;
    private static final int MAX_BLOCK_MILLIS = 5_000;
    private static final int DELIVERY_TIMEOUT_MILLIS = 8_000;
    private static final long LOCK = 0x6f7574626f78L;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private enum Turn {
        ANOTHER_RELAYS,
        EMPTIED,
        MORE_WAITS
    }

    private record Row(long id, String topic, String key, Map<String, String> headers, byte[] payload) {}

    private final DataSource database;
    private final ObjectReader headers;
    private final OutboxWake wake;
    private final OutboxMetrics metrics;
    private final Tracer tracer;
    private final Clock clock;
    private final Map<String, Object> kafka;
    private final String replica;
    private final boolean enabled;
    private volatile boolean stopping;
    private @Nullable Thread thread;
    private @Nullable KafkaProducer<String, byte[]> producer;

    OutboxRelay(
            DataSource database,
            ObjectMapper json,
            OutboxWake wake,
            OutboxMetrics metrics,
            Tracer tracer,
            Clock clock,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "berdikari.relay.enabled", defaultValue = "true") boolean enabled) {
        this.database = database;
        this.headers = json.readerFor(HEADERS);
        this.wake = wake;
        this.metrics = metrics;
        this.tracer = tracer;
        this.clock = clock;
        this.kafka = kafka;
        this.replica = service + "-relay-" + hostName() + "-" + port;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
        }
    }

    private void run() {
        var pause = 0L;
        var backoff = 0L;
        while (!stopping) {
            try {
                wake.await(pause);
                pause = switch (relayBatch()) {
                    case MORE_WAITS -> 0;
                    case EMPTIED -> {
                        Thread.sleep(BREATH_MILLIS);
                        yield POLL_MILLIS;
                    }
                    case ANOTHER_RELAYS -> {
                        Thread.sleep(RETRY_MILLIS);
                        yield 0;
                    }
                };
                backoff = 0;
            } catch (InterruptedException stopped) {
                // The thread ends here. Interrupted, it could not close the producer.
                break;
            } catch (RuntimeException failed) {
                backoff = Math.min(MAX_BACKOFF_MILLIS, Math.max(250, backoff * 2));
                pause = backoff;
                closeProducer();
                if (!stopping) {
                    metrics.failed();
                    Log.warnf("The outbox waits %d ms: %s", backoff, rootCause(failed));
                }
            }
        }
        closeProducer();
    }

    private Turn relayBatch() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_TIMEOUT_SECONDS)
                .call(() -> {
                    try (var connection = database.getConnection()) {
                        if (!lock(connection)) {
                            return Turn.ANOTHER_RELAYS;
                        }
                        var rows = read(connection);
                        if (!rows.isEmpty()) {
                            relay(rows, connection);
                        }
                        return rows.size() == BATCH ? Turn.MORE_WAITS : Turn.EMPTIED;
                    }
                });
    }

    private boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private List<Row> read(Connection connection) throws SQLException, JsonProcessingException {
        var rows = new ArrayList<Row>();
        try (var statement = connection.prepareStatement(
                "select id, topic, key, headers, payload from outbox order by id limit " + BATCH)) {
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            headers.readValue(row.getString(4)),
                            row.getBytes(5)));
                }
            }
        }
        return rows;
    }

    private void relay(List<Row> rows, Connection connection) throws SQLException {
        var begun = clock.instant();
        var open = producer();
        try (var spans = new SendSpans(tracer)) {
            open.beginTransaction();
            var sent = rows.stream().map(row -> open.send(message(row, spans))).toList();
            // While the broker writes. Nobody sees the deletion before the broker has everything.
            delete(connection, rows);
            open.commitTransaction();
            sent.forEach(Future::resultNow);
            spans.arrived();
        }
        metrics.relayed(rows.size(), Duration.between(begun, clock.instant()));
    }

    private static ProducerRecord<String, byte[]> message(Row row, SendSpans spans) {
        var message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        var headers = new HashMap<>(spans.leaving(row.topic(), row.headers()));
        headers.putIfAbsent("ce_sequence", "%020d".formatted(row.id()));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private void delete(Connection connection, List<Row> rows) throws SQLException {
        try (var statement = connection.prepareStatement("delete from outbox where id = any(?)")) {
            statement.setArray(
                    1,
                    connection.createArrayOf(
                            "bigint", rows.stream().map(Row::id).toArray()));
            statement.executeUpdate();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            var config = new HashMap<>(kafka);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
            config.put(ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
            // The broker is still finishing one transaction when the next begins; then the next must not wait for long.
            config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 10);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MILLIS);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_TIMEOUT_MILLIS);
            config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, replica);
            config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, DELIVERY_TIMEOUT_MILLIS);
            producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
            producer.initTransactions();
        }
        return producer;
    }

    /** The broker aborts what a closed producer left open, at the latest when the next one of this replica begins. */
    private void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    /** The same after a restart, so that the broker knows what to abort; another for each replica beside it. */
    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "local";
        }
    }

    private static String rootCause(Throwable failed) {
        return Causes.of(failed)
                .reduce((_, last) -> last)
                .orElse(failed)
                .getClass()
                .getSimpleName();
    }
}
