package id.berdikari.kit.inbox;

import id.berdikari.event.Event;
import id.berdikari.kit.event.EventEnvelope;

/**
 * A service's one consumer of a foreign topic. Its {@code @Incoming} method hands each batch to
 * {@link Inbox#once}; everything else is here, so that an operator's re-drive runs the same code.
 *
 * @param <E> the topic's sealed event family
 */
public interface EventConsumer<E extends Event> {

    /**
     * The topic.
     *
     * @return its name, such as {@code beneficiary-events}
     */
    String topic();

    /**
     * The family.
     *
     * @return the sealed interface of the topic's events
     */
    Class<E> family();

    /**
     * Handles one event, inside the transaction that remembers it. A {@link id.berdikari.kit.problem.ProblemException}
     * parks it; an infrastructure error brings it back. A fact about something not yet known is stored or waits; it is
     * not an error.
     *
     * @param event the fact
     * @param envelope its context; the sequence tells which of two facts about one subject is newer
     */
    void handle(E event, EventEnvelope envelope);
}
