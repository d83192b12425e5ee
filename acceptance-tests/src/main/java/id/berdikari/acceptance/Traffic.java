package id.berdikari.acceptance;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What went to the services, and what they accepted. */
final class Traffic {
    /** The events that an accepted request must have told, by the last word of its path. */
    private static final Map<String, String> TOLD_BY_NEW = Map.of(
            "nominations", "beneficiary-nominated",
            "programs", "program-proposed",
            "deliveries", "delivery-completed",
            "visits", "visit-recorded");

    private static final Map<String, String> TOLD_BY_STEP = Map.of(
            "pre-survey", "beneficiary-pre-surveyed",
            "survey", "beneficiary-surveyed",
            "confirmation", "beneficiary-approved",
            "publication", "campaign-published",
            "funding-request", "funding-requested",
            "acknowledgement", "delivery-acknowledged",
            "completion", "program-completed");

    /** Something a service made, by the plural noun of its collection. */
    record Made(String collection, String id) {}

    /** An event that must have been told, once, about somebody or something. */
    record Promise(String type, String id) {}

    private final LongAdder sent = new LongAdder();
    private final LongAdder postponed = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final Queue<Made> made = new ConcurrentLinkedQueue<>();
    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();

    void sent() {
        sent.increment();
    }

    /** It was sent, but must be sent again. */
    void postponed() {
        postponed.increment();
    }

    void answered(String path, Answer answer) {
        if (answer.status() / 100 != 2) {
            return;
        }
        accepted.increment();
        var words = List.of(path.split("/", -1));
        var last = words.getLast();
        var id = answer.body().path("id").asText();
        if (answer.status() == 201) {
            made.add(new Made(last, id));
            if (TOLD_BY_NEW.containsKey(last)) {
                promises.add(new Promise(TOLD_BY_NEW.getOrDefault(last, ""), id));
            }
        } else if (TOLD_BY_STEP.containsKey(last)) {
            promises.add(new Promise(TOLD_BY_STEP.getOrDefault(last, ""), words.get(4)));
        }
    }

    long allSent() {
        return sent.sum();
    }

    long allPostponed() {
        return postponed.sum();
    }

    long allAccepted() {
        return accepted.sum();
    }

    Collection<Made> made() {
        return made;
    }

    Collection<Promise> promises() {
        return promises;
    }
}
