package id.berdikari.kit.outbox;

import io.opentelemetry.api.trace.Tracer;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends rows as one Kafka transaction: readers of committed records see all of them or nothing, so a failure in the
 * middle never shows a later event of a key before an earlier one. For one thread only.
 */
@ApplicationScoped
class OutboxSender {

    private static final int MAX_BLOCK_MILLIS = 5_000;
    private static final int DELIVERY_TIMEOUT_MILLIS = 8_000;

    private final OutboxMetrics metrics;
    private final Tracer tracer;
    private final Clock clock;
    private final Map<String, Object> kafka;
    private final String replica;
    private @Nullable KafkaProducer<String, byte[]> producer;

    OutboxSender(
            OutboxMetrics metrics,
            Tracer tracer,
            Clock clock,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.metrics = metrics;
        this.tracer = tracer;
        this.clock = clock;
        this.kafka = kafka;
        this.replica = service + "-relay-" + hostName() + "-" + port;
    }

    /** Returns when the broker has all of them. */
    void send(List<OutboxRow> rows) {
        var begun = clock.instant();
        var open = producer();
        try (var spans = new SendSpans(tracer)) {
            open.beginTransaction();
            var sent = rows.stream().map(row -> open.send(message(row, spans))).toList();
            open.commitTransaction();
            sent.forEach(Future::resultNow);
            spans.arrived();
        }
        metrics.relayed(rows.size(), Duration.between(begun, clock.instant()));
    }

    /** The broker aborts what a closed producer left open, at the latest when the next one of this replica begins. */
    void close() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    private static ProducerRecord<String, byte[]> message(OutboxRow row, SendSpans spans) {
        var message = new ProducerRecord<>(row.topic(), row.key(), row.payload());
        var headers = spans.leaving(row.topic(), row.headers());
        headers.forEach((name, value) -> header(message, name, value));
        if (!headers.containsKey("ce_sequence")) {
            header(message, "ce_sequence", sequence(row.id()));
        }
        return message;
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Twenty digits, so that text sorts as numbers do; by hand, because formatting would cost as much as sending. */
    private static String sequence(long id) {
        var digits = Long.toString(id);
        return "0".repeat(20 - digits.length()) + digits;
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

    /** The same after a restart, so that the broker knows what to abort; another for each replica beside it. */
    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "local";
        }
    }
}
