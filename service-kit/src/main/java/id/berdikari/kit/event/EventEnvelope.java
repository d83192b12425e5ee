package id.berdikari.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * The context of an event: CloudEvents 1.0 attributes as Kafka headers in binary mode ({@code ce_id}, {@code ce_source}
 * and so on; Kafka protocol binding, section 3.2).
 *
 * @param id unique together with the source
 * @param source the service that told it, such as {@code /beneficiary-service}
 * @param type the event type, such as {@code beneficiary-approved}
 * @param subject the aggregate's id, equal to the record's key
 * @param time when the fact was recorded
 * @param sequence grows with each event of a service; of two facts about one subject the greater is the newer
 */
public record EventEnvelope(String id, String source, String type, String subject, Instant time, long sequence) {

    /** The attribute {@code specversion}. */
    public static final String SPEC_VERSION = "1.0";

    /**
     * Reads the headers of a record.
     *
     * @param headers the record's headers as text
     * @return the envelope
     * @throws UndecodableEvent if a required attribute is missing or malformed
     */
    public static EventEnvelope of(Map<String, String> headers) {
        if (!SPEC_VERSION.equals(headers.get("ce_specversion"))) {
            throw new UndecodableEvent("ce_specversion is not 1.0");
        }
        try {
            return new EventEnvelope(
                    attribute(headers, "ce_id"),
                    attribute(headers, "ce_source"),
                    attribute(headers, "ce_type"),
                    attribute(headers, "ce_subject"),
                    Instant.parse(attribute(headers, "ce_time")),
                    Long.parseLong(attribute(headers, "ce_sequence")));
        } catch (DateTimeParseException | NumberFormatException malformed) {
            throw new UndecodableEvent("ce_time or ce_sequence is malformed");
        }
    }

    /**
     * The text headers of a record.
     *
     * @param message a Kafka record
     * @return its headers by name, the last one of a name
     */
    public static Map<String, String> headers(ConsumerRecord<?, ?> message) {
        var headers = new TreeMap<String, String>();
        for (Header header : message.headers()) {
            if (header.value() != null) {
                headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    /**
     * What an inbox remembers the event by.
     *
     * @return source and id
     */
    public String identity() {
        return source + "#" + id;
    }

    private static String attribute(Map<String, String> headers, String name) {
        var value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new UndecodableEvent(name + " is missing");
        }
        return value;
    }
}
