package id.berdikari.kit.inbox;

import id.berdikari.kit.event.EventEnvelope;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/** A record as it was received or parked. Its text form names where it stands, never what it says. */
record Message(
        String topic, int partition, long offset, String key, Map<String, String> headers, byte @Nullable [] payload) {

    static Message of(ConsumerRecord<String, byte[]> received) {
        return new Message(
                received.topic(),
                received.partition(),
                received.offset(),
                received.key() == null ? "" : received.key(),
                EventEnvelope.headers(received),
                received.value());
    }

    /** A header's value; empty where it is missing. */
    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    @Override
    public String toString() {
        return "%s from %s/%d@%d".formatted(headers.getOrDefault("ce_type", "event"), topic, partition, offset);
    }
}
