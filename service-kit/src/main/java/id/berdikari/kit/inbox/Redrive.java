package id.berdikari.kit.inbox;

import id.berdikari.event.Event;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Puts parked events back, in order per key. A key whose event fails again stays parked from there on. */
@ApplicationScoped
class Redrive {

    @Schema(name = "Redriven")
    record Outcome(
            @Schema(examples = "3") int handled,
            @Schema(examples = "0") int stillParked) {}

    private record Step(long id, String key, boolean handled) {}

    private final ParkedEvents parked;
    private final Inbox inbox;
    private final Map<String, EventConsumer<?>> consumers;

    Redrive(ParkedEvents parked, Inbox inbox, @All List<EventConsumer<?>> consumers) {
        this.parked = parked;
        this.inbox = inbox;
        this.consumers = consumers.stream().collect(Collectors.toMap(EventConsumer::topic, Function.identity()));
    }

    Outcome redrive(@Nullable String key) {
        var handled = 0;
        var stillParked = 0;
        var stuck = new HashSet<String>();
        for (var step = step(0, key, stuck);
                step.isPresent();
                step = step(step.get().id(), key, stuck)) {
            if (step.get().handled()) {
                handled++;
            } else {
                stillParked++;
                stuck.add(step.get().key());
            }
        }
        return new Outcome(handled, stillParked);
    }

    private Optional<Step> step(long after, @Nullable String key, Set<String> stuck) {
        try {
            return QuarkusTransaction.requiringNew()
                    .call(() -> parked.next(after, key).map(next -> {
                        var lane = next.message().topic() + "/" + next.message().key();
                        if (stuck.contains(lane)) {
                            return new Step(next.id(), lane, false);
                        }
                        try {
                            apply(next.message());
                        } catch (RuntimeException failed) {
                            throw new Refused(new Step(next.id(), lane, false), failed);
                        }
                        parked.remove(next.id());
                        return new Step(next.id(), lane, true);
                    }));
        } catch (Refused refused) {
            var cause = Infrastructure.describe(refused);
            QuarkusTransaction.requiringNew().run(() -> parked.explain(refused.step.id(), cause));
            return Optional.of(refused.step);
        }
    }

    private void apply(Message message) {
        var consumer = consumers.get(message.topic());
        if (consumer == null) {
            throw new IllegalStateException("nobody here consumes " + message.topic());
        }
        apply(message, consumer);
    }

    private <E extends Event> void apply(Message message, EventConsumer<E> consumer) {
        inbox.apply(List.of(message), consumer);
    }

    /** Carries the failed step out of the transaction that it rolls back. */
    private static final class Refused extends RuntimeException {
        private final transient Step step;

        Refused(Step step, RuntimeException cause) {
            super(cause);
            this.step = step;
        }
    }
}
