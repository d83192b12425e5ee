package id.berdikari.kit.inbox;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * How many records of each topic this service's group has not handled yet, by what the broker remembers: it is right
 * also while no replica consumes.
 */
@ApplicationScoped
class ConsumerLag {

    private static final int TIMEOUT_SECONDS = 10;

    private final Map<String, AtomicLong> byTopic = new HashMap<>();
    private final Map<String, Object> kafka;
    private final String group;
    private final boolean enabled;
    private @Nullable Admin admin;

    ConsumerLag(
            MeterRegistry registry,
            @All List<EventConsumer<?>> consumers,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String group,
            @ConfigProperty(name = "berdikari.relay.enabled", defaultValue = "true") boolean enabled) {
        this.kafka = kafka;
        this.group = group;
        this.enabled = enabled;
        for (var consumer : consumers) {
            var lag = new AtomicLong();
            byTopic.put(consumer.topic(), lag);
            Gauge.builder("berdikari.consumer.lag.records", lag, AtomicLong::get)
                    .description("Records that this service has not handled yet")
                    .tag("topic", consumer.topic())
                    .register(registry);
        }
    }

    @Scheduled(every = "15s", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sample() throws InterruptedException {
        if (!enabled || byTopic.isEmpty()) {
            return;
        }
        try {
            var lags = lags(admin());
            byTopic.forEach((topic, lag) -> lag.set(lags.getOrDefault(topic, 0L)));
        } catch (ExecutionException | TimeoutException failed) {
            Log.debugf(
                    "The consumer lag could not be sampled: %s",
                    failed.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void close() {
        if (admin != null) {
            admin.close(Duration.ZERO);
        }
    }

    private Map<String, Long> lags(Admin open) throws InterruptedException, ExecutionException, TimeoutException {
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        open.describeTopics(byTopic.keySet())
                .allTopicNames()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((topic, description) -> description
                        .partitions()
                        .forEach(partition ->
                                latest.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
        var handled = open.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        var lags = new HashMap<String, Long>();
        open.listOffsets(latest, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
                .all()
                .get(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .forEach((partition, end) ->
                        lags.merge(partition.topic(), behind(handled.get(partition), end.offset()), Long::sum));
        return lags;
    }

    /** The last record of a partition is the mark with which the relay's transaction ended; nobody handles it. */
    private static long behind(@Nullable OffsetAndMetadata handled, long end) {
        return Math.max(0, end - (handled == null ? 0 : handled.offset()) - 1);
    }

    private Admin admin() {
        if (admin == null) {
            var config = new HashMap<>(kafka);
            config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 1_000);
            config.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, TIMEOUT_SECONDS * 500);
            admin = Admin.create(config);
        }
        return admin;
    }
}
