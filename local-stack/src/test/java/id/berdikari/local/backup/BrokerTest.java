package id.berdikari.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.local.LocalKafka;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.SuiteStores;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class BrokerTest {
    private static final String TOPIC = "program-events";
    private static final TopicPartition PARTITION = new TopicPartition(TOPIC, 1);

    /** Each transaction leaves a gap, so offsets differ afterwards; whoever remembers one must be told. */
    @Test
    void carriesCommittedRecordsAndTellsWhereTheyAre() throws Exception {
        var kept = new ByteArrayOutputStream();
        Manifest.Topic topic;
        List<Manifest.Reader> readers;
        try (var kafka = LocalKafka.throwaway();
                var broker = new Broker(stores(kafka))) {
            makeTopic(kafka);
            send(kafka, true, "first");
            send(kafka, false, "aborted");
            send(kafka, true, "second", "third");
            readUpTo(kafka, 4);
            assertThrows(LocalProblem.class, broker::requireUnused);
            topic = broker.topics().getFirst();
            readers = broker.readers();
            send(kafka, true, "after the cut");
            assertEquals(3, broker.write(topic, kept));
        }
        assertEquals(List.of(new Manifest.Reader("monitoring-service", TOPIC, 1, 4)), readers);

        try (var kafka = LocalKafka.throwaway();
                var broker = new Broker(stores(kafka))) {
            broker.requireUnused();
            var moves = new Moves();
            moves.ask(TOPIC, 1, 4);
            moves.ask(TOPIC, 1, 5);
            moves.ask(TOPIC, 1, 99);

            assertEquals(3, broker.read(topic, new ByteArrayInputStream(kept.toByteArray()), moves));
            broker.place(readers, moves);

            assertEquals(List.of("first by test", "second by test", "third by test"), records(kafka));
            assertEquals(1, moves.of(TOPIC, 1, 4));
            assertEquals(2, moves.of(TOPIC, 1, 5));
            assertEquals(3, moves.of(TOPIC, 1, 99));
            assertEquals(List.of(new Manifest.Reader("monitoring-service", TOPIC, 1, 1)), broker.readers());
        }
    }

    private static SuiteStores stores(LocalKafka kafka) {
        return new SuiteStores(List.of(), kafka.bootstrapServers());
    }

    private static Map<String, Object> settings(LocalKafka kafka) {
        return Map.of("bootstrap.servers", kafka.bootstrapServers());
    }

    private static void makeTopic(LocalKafka kafka) throws Exception {
        try (var admin = Admin.create(settings(kafka))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 2, (short) 1))).all().get();
        }
    }

    private static void send(LocalKafka kafka, boolean commit, String... values) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", kafka.bootstrapServers(), "transactional.id", "relay");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            for (var value : values) {
                var message = new ProducerRecord<>(TOPIC, 1, 1_000L, "key", value);
                message.headers().add("ce_source", "test".getBytes(UTF_8));
                var _ = producer.send(message, (sent, failed) -> assertNull(failed));
            }
            producer.flush();
            if (commit) {
                producer.commitTransaction();
            } else {
                producer.abortTransaction();
            }
        }
    }

    private static void readUpTo(LocalKafka kafka, long offset) throws Exception {
        try (var admin = Admin.create(settings(kafka))) {
            admin.alterConsumerGroupOffsets("monitoring-service", Map.of(PARTITION, new OffsetAndMetadata(offset)))
                    .all()
                    .get();
        }
    }

    private static List<String> records(LocalKafka kafka) {
        var values = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            while (consumer.position(PARTITION)
                    < consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L)) {
                for (var message : consumer.poll(Duration.ofSeconds(1))) {
                    assertEquals(1_000L, message.timestamp());
                    assertEquals("key", message.key());
                    values.add(message.value() + " by "
                            + new String(
                                    message.headers().lastHeader("ce_source").value(), UTF_8));
                }
            }
        }
        return values;
    }
}
