package id.berdikari.local.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

class LocalResourcesTest {
    @Test
    void eachStartGivesAnEmptyDatabaseOnTheSameServer() throws Exception {
        var first = TestDatabase.fresh();
        var second = TestDatabase.fresh();

        assertNotEquals(first, second);
        assertEquals(first.substring(0, first.lastIndexOf('/')), second.substring(0, second.lastIndexOf('/')));
        try (var connection = DriverManager.getConnection(second, TestDatabase.USER, TestDatabase.PASSWORD);
                var tables = connection.getMetaData().getTables(null, "public", "%", null)) {
            assertEquals(false, tables.next());
        }
    }

    @Test
    void brokerKeepsWhatItIsGiven() throws Exception {
        Map<String, Object> servers = Map.copyOf(new LocalKafkaResource()
                .start().entrySet().stream()
                        .collect(java.util.stream.Collectors.toMap(
                                entry -> entry.getKey().substring("kafka.".length()), Map.Entry::getValue)));

        try (var producer = new KafkaProducer<>(servers, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("test-events", "key", "value")).get();
        }

        var settings = new java.util.HashMap<>(servers);
        settings.put("group.id", "test");
        settings.put("auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("test-events"));
            var records = consumer.poll(Duration.ofSeconds(10));
            assertEquals("value", records.iterator().next().value());
        }
    }
}
