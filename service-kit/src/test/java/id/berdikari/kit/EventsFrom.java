package id.berdikari.kit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.berdikari.event.Event;
import id.berdikari.kit.identifier.Identifiers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

/** Records as another service's relay would send them: CloudEvents headers, a growing sequence, JSON values. */
public final class EventsFrom {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private final String service;
    private final String topic;
    private long sequence;

    private EventsFrom(String service, String topic) {
        this.service = service;
        this.topic = topic;
    }

    /** The events of {@code beneficiary-service} on {@code beneficiary-events}, and so on. */
    public static EventsFrom service(String name) {
        return new EventsFrom(name, name.replace("-service", "-events"));
    }

    /** One record; each call makes a new event id and the next sequence. */
    public ConsumerRecord<String, byte[]> record(Event event) {
        return record(event, Identifiers.next().toString(), ++sequence);
    }

    public ConsumerRecord<String, byte[]> record(Event event, String id, long withSequence) {
        try {
            var message = new ConsumerRecord<>(topic, 0, withSequence, event.subject(), JSON.writeValueAsBytes(event));
            header(message, "ce_specversion", "1.0");
            header(message, "ce_id", id);
            header(message, "ce_source", "/" + service);
            header(message, "ce_type", Event.typeOf(event.getClass()));
            header(message, "ce_subject", event.subject());
            header(message, "ce_time", Instant.now().toString());
            header(message, "ce_sequence", "%020d".formatted(withSequence));
            header(message, "content-type", "application/json");
            return message;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A batch of new events, in this order. */
    public ConsumerRecords<String, byte[]> batch(Event... events) {
        return batch(Arrays.stream(events).map(this::record).toList());
    }

    /** A batch of records made before; hand over the same batch again to deliver it twice. */
    public ConsumerRecords<String, byte[]> batch(List<ConsumerRecord<String, byte[]>> messages) {
        return new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), new ArrayList<>(messages)), Map.of());
    }

    private static void header(ConsumerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
