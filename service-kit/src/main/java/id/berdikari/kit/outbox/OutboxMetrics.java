package id.berdikari.kit.outbox;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What waits in the outbox, and what the relay of this process does about it. */
@ApplicationScoped
class OutboxMetrics implements StateMetrics {

    private final Counter events;
    private final Counter failures;
    private final Timer batches;

    OutboxMetrics(MeterRegistry registry) {
        events = Counter.builder("berdikari.outbox.relayed.events")
                .description("Events that this process relayed to the broker")
                .register(registry);
        failures = Counter.builder("berdikari.outbox.relay.failures")
                .description("Batches that did not reach the broker and will be sent again")
                .register(registry);
        batches = Timer.builder("berdikari.outbox.relay.batch")
                .description("Time to send a batch and delete it meanwhile")
                .register(registry);
    }

    void relayed(int rows, Duration took) {
        events.increment(rows);
        batches.record(took);
    }

    void failed() {
        failures.increment();
    }

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(
                StateMetric.of(
                        "berdikari.outbox.depth",
                        "Events that are committed and not relayed yet; rows come in order and leave in order, so from first to last",
                        "select coalesce(max(id) - min(id) + 1, 0) from outbox"),
                StateMetric.of(
                        "berdikari.outbox.oldest.age.seconds",
                        "How long the oldest event has waited; 0 when none waits",
                        """
                        select coalesce((select extract(epoch from now() - created_at) from outbox order by id limit 1), 0)
                        """));
    }
}
