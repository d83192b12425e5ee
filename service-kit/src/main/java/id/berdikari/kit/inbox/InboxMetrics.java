package id.berdikari.kit.inbox;

import static java.util.Objects.requireNonNull;

import id.berdikari.event.Event;
import id.berdikari.kit.event.EventTypes;
import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of the events that come in, and which are parked. */
@ApplicationScoped
class InboxMetrics implements StateMetrics {

    private static final String NO_TYPE_OF_OURS = "other";
    private static final Duration[] AGES = Stream.of(10, 25, 50, 100, 250, 1_000, 5_000, 30_000, 300_000, 3_600_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final MeterRegistry registry;
    private final Clock clock;
    private final Map<String, Timer> ages = new HashMap<>();
    private final Map<String, Counter> retries = new HashMap<>();

    InboxMetrics(MeterRegistry registry, Clock clock, @All List<EventConsumer<?>> consumers) {
        this.registry = registry;
        this.clock = clock;
        for (var consumer : consumers) {
            var topic = consumer.topic();
            ages.put(
                    topic,
                    Timer.builder("berdikari.inbox.event.age")
                            .description("From the moment a service told an event to the commit of its effect here")
                            .serviceLevelObjectives(AGES)
                            .tag("topic", topic)
                            .register(registry));
            retries.put(
                    topic,
                    Counter.builder("berdikari.inbox.retries")
                            .description("Attempts that failed for something that time heals")
                            .tag("topic", topic)
                            .register(registry));
        }
    }

    /** Counts an event whose outcome is committed. */
    void count(Message message, EventTypes<? extends Event> types, Outcome outcome) {
        var type = message.header("ce_type");
        registry.counter(
                        "berdikari.inbox.events",
                        "topic",
                        message.topic(),
                        "type",
                        types.named(type).isPresent() ? type : NO_TYPE_OF_OURS,
                        "outcome",
                        outcome.label())
                .increment();
        if (outcome == Outcome.HANDLED) {
            age(message);
        }
    }

    /** Counts a wait for something that time heals. */
    void waiting(Message message) {
        requireNonNull(retries.get(message.topic())).increment();
    }

    @Override
    public List<StateMetric> stateMetrics() {
        if (ages.isEmpty()) {
            return List.of();
        }
        var topics = ages.keySet().stream().map("('%s')"::formatted).collect(Collectors.joining(", "));
        return List.of(StateMetric.by(
                "topic",
                "berdikari.parked.events",
                "Events that wait for an operator, counted up to 10,000",
                """
                select consumed.topic, count(parked.topic)
                from (values %s) consumed (topic)
                left join (select topic from parked_event limit 10000) parked using (topic)
                group by consumed.topic
                """.formatted(topics)));
    }

    private void age(Message message) {
        var age = Duration.between(Instant.parse(message.header("ce_time")), clock.instant());
        requireNonNull(ages.get(message.topic())).record(age.isNegative() ? Duration.ZERO : age);
    }
}
