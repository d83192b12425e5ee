package id.berdikari.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Everything that stands on a broker's topics now. */
final class TopicRecords {

    private static final Pattern DELIVERY = Pattern.compile("\"deliveryId\":\"([0-9a-f-]{36})\"");

    /** One record as text, in the order of its partition. */
    record Told(String topic, String key, Map<String, String> headers, String value) {
        static Told of(ConsumerRecord<String, byte[]> message) {
            var headers = new TreeMap<String, String>();
            message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
            return new Told(message.topic(), message.key(), headers, new String(message.value(), UTF_8));
        }

        String type() {
            return headers.getOrDefault("ce_type", "");
        }

        String identity() {
            return headers.getOrDefault("ce_source", "") + "#" + headers.getOrDefault("ce_id", "");
        }

        String sequence() {
            return headers.getOrDefault("ce_sequence", "");
        }

        /** The delivery that an event of a programme is about; empty if it is about another thing. */
        String deliveryId() {
            var found = DELIVERY.matcher(value);
            return found.find() ? found.group(1) : "";
        }

        boolean isParked() {
            return topic.endsWith("-dlq");
        }
    }

    private TopicRecords() {}

    static List<Told> read(String bootstrapServers) {
        var told = new ArrayList<Told>();
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "enable.auto.commit", "false",
                "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> !topic.getKey().startsWith("__"))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> told.add(Told.of(message)));
            }
        }
        return told;
    }
}
