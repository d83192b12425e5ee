package id.berdikari.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsMessagesOverAStopAndAPowerCut() throws Exception {
        var port = freePort();
        var controllerPort = freePort();
        try (var kafka = start(port, controllerPort)) {
            send(kafka, "first");
        }
        var killed = start(port, controllerPort);
        send(killed, "second");
        killed.kill();

        try (var kafka = start(port, controllerPort)) {
            assertEquals(List.of("first", "second"), receive(kafka, 2));
        }
    }

    private LocalKafka start(int port, int controllerPort) {
        var kafka = LocalKafka.start(folder.resolve("kafka"), port, controllerPort, folder.resolve("log"));
        kafka.awaitReady();
        return kafka;
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka.bootstrapServers());
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>("test-events", "key", value)).get();
        }
    }

    private static List<String> receive(LocalKafka kafka, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        var values = new java.util.ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("test-events"));
            for (var attempt = 0; attempt < 20 && values.size() < count; attempt++) {
                consumer.poll(Duration.ofSeconds(1)).forEach(message -> values.add(message.value()));
            }
        }
        return values;
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
