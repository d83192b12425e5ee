package id.berdikari.local.backup;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.Service;
import id.berdikari.local.SuiteStores;
import id.berdikari.local.backup.Manifest.Reader;
import id.berdikari.local.backup.Manifest.Topic;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The suite's topics with their records, and how far the services have read them. */
final class Broker implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<String, String> KEEP_EVERYTHING = Map.of("retention.ms", "-1");
    private static final int ABSENT = -1;

    private final String bootstrapServers;
    private final Admin admin;

    Broker(SuiteStores suite) {
        this.bootstrapServers = suite.bootstrapServers();
        this.admin = Admin.create(settings());
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers", bootstrapServers,
                "request.timeout.ms", 10_000,
                "default.api.timeout.ms", 15_000);
    }

    /** The topic of each service, and the one beside it for events that nobody could handle. */
    static List<String> topicNames() {
        return Arrays.stream(Service.values())
                .flatMap(service -> Stream.of(service.id() + "-events", service.id() + "-events-dlq"))
                .toList();
    }

    private static List<String> groups() {
        return Arrays.stream(Service.values())
                .map(service -> service.id() + "-service")
                .toList();
    }

    /** How far each service has read each partition, as far as the broker knows; it may have read further. */
    List<Reader> readers() {
        var readers = new ArrayList<Reader>();
        for (var group : groups()) {
            await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata())
                    .forEach((partition, offset) -> {
                        if (offset != null && topicNames().contains(partition.topic())) {
                            readers.add(new Reader(group, partition.topic(), partition.partition(), offset.offset()));
                        }
                    });
        }
        return readers;
    }

    /**
     * The topics there are and where their partitions end now. Ends count what a transaction has written and not yet
     * committed: what was committed behind it would else be lost with neither topic nor outbox holding it.
     */
    List<Topic> topics() {
        var partitions = partitions();
        var latest = new HashMap<TopicPartition, OffsetSpec>();
        partitions.forEach((name, count) -> IntStream.range(0, count)
                .forEach(each -> latest.put(new TopicPartition(name, each), OffsetSpec.latest())));
        var ends = await(admin.listOffsets(latest).all());
        return partitions.entrySet().stream()
                .map(topic -> new Topic(
                        topic.getKey(),
                        IntStream.range(0, topic.getValue())
                                .mapToObj(each -> new TopicPartition(topic.getKey(), each))
                                .map(each ->
                                        Objects.requireNonNull(ends.get(each)).offset())
                                .toList()))
                .toList();
    }

    /** How many partitions each of the suite's topics has that is there. */
    private Map<String, Integer> partitions() {
        var there = await(admin.listTopics().names()).stream()
                .filter(topicNames()::contains)
                .toList();
        var partitions = new TreeMap<String, Integer>();
        await(admin.describeTopics(there).allTopicNames())
                .forEach(
                        (name, topic) -> partitions.put(name, topic.partitions().size()));
        return partitions;
    }

    /** Refuses a broker on which a service of the suite runs, or to which one has sent. */
    void requireUnused() {
        for (var group : groups()) {
            if (isRunning(group)) {
                throw new LocalProblem("A " + group + " is running. Stop the services first; nothing was changed.");
            }
        }
        for (var topic : topics()) {
            if (topic.ends().stream().anyMatch(end -> end > 0)) {
                throw new LocalProblem("The broker is not empty: " + topic.name()
                        + " has records. A backup is restored into an empty suite only; nothing was changed.");
            }
        }
    }

    private boolean isRunning(String group) {
        try {
            return await(admin.describeConsumerGroups(List.of(group)).all()).values().stream()
                    .anyMatch(each -> !each.members().isEmpty());
        } catch (LocalProblem unknown) {
            if (unknown.getCause() instanceof GroupIdNotFoundException) {
                return false;
            }
            throw unknown;
        }
    }

    /** Writes a topic's committed records below its ends, in the order of each partition, and answers how many. */
    long write(Topic topic, OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        var count = 0L;
        var settings = Map.<String, Object>of(
                "bootstrap.servers", bootstrapServers,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "max.poll.records", "5000");
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var open = IntStream.range(0, topic.ends().size())
                    .filter(partition -> topic.ends().get(partition) > 0)
                    .mapToObj(partition -> new TopicPartition(topic.name(), partition))
                    .collect(Collectors.toCollection(ArrayList::new));
            consumer.assign(open);
            consumer.seekToBeginning(open);
            var deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!open.isEmpty()) {
                for (var message : consumer.poll(Duration.ofMillis(200))) {
                    if (message.offset() < topic.ends().get(message.partition())) {
                        write(message, data);
                        count++;
                        deadline = System.nanoTime() + PATIENCE.toNanos();
                    }
                }
                if (open.removeIf(
                        each -> consumer.position(each) >= topic.ends().get(each.partition()))) {
                    consumer.assign(open);
                }
                if (System.nanoTime() > deadline) {
                    throw new LocalProblem("Kafka gives no more records of " + topic.name());
                }
            }
        } catch (KafkaException failed) {
            throw new LocalProblem("Kafka cannot be read: " + failed.getMessage(), failed);
        }
        data.writeBoolean(false);
        data.flush();
        return count;
    }

    private static void write(ConsumerRecord<byte[], byte[]> message, DataOutputStream out) throws IOException {
        out.writeBoolean(true);
        out.writeInt(message.partition());
        out.writeLong(message.offset());
        out.writeLong(message.timestamp());
        write(message.key(), out);
        write(message.value(), out);
        var headers = message.headers().toArray();
        out.writeInt(headers.length);
        for (var header : headers) {
            out.writeUTF(header.key());
            write(header.value(), out);
        }
    }

    private static void write(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
        out.writeInt(bytes == null ? ABSENT : bytes.length);
        if (bytes != null) {
            out.write(bytes);
        }
    }

    /** Makes a topic of such records, tells what became of each offset, and answers how many records there were. */
    long read(Topic topic, InputStream in, Moves moves) throws IOException {
        create(topic);
        var data = new DataInputStream(in);
        var failure = new AtomicReference<@Nullable Exception>();
        var counts = new TreeMap<Integer, Long>();
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                bootstrapServers,
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "acks",
                "all",
                "enable.idempotence",
                "true",
                "linger.ms",
                20,
                "batch.size",
                262_144,
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis());
        try (var producer = new KafkaProducer<byte @Nullable [], byte @Nullable []>(settings)) {
            while (data.readBoolean() && failure.get() == null) {
                var partition = data.readInt();
                var wasAt = data.readLong();
                var isAt = counts.merge(partition, 1L, Long::sum) - 1;
                moves.record(topic.name(), partition, wasAt, isAt);
                var _ = producer.send(message(topic, partition, data), (sent, failed) -> {
                    if (failed != null) {
                        failure.compareAndSet(null, failed);
                    } else if (sent.offset() != isAt) {
                        failure.compareAndSet(null, new IOException("somebody else writes to " + topic.name()));
                    }
                });
            }
            producer.flush();
        }
        if (failure.get() != null) {
            throw new LocalProblem("Kafka did not take the records of " + topic.name(), failure.get());
        }
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static ProducerRecord<byte @Nullable [], byte @Nullable []> message(
            Topic topic, int partition, DataInputStream in) throws IOException {
        var timestamp = in.readLong();
        var message = new ProducerRecord<byte @Nullable [], byte @Nullable []>(
                topic.name(), partition, timestamp, bytes(in), bytes(in));
        var headers = in.readInt();
        for (var header = 0; header < headers; header++) {
            message.headers().add(in.readUTF(), bytes(in));
        }
        return message;
    }

    private static byte @Nullable [] bytes(DataInputStream in) throws IOException {
        var length = in.readInt();
        return length == ABSENT ? null : in.readNBytes(length);
    }

    private void create(Topic topic) {
        var count = partitions().get(topic.name());
        if (count == null) {
            await(admin.createTopics(List.of(
                            new NewTopic(topic.name(), Optional.of(topic.ends().size()), Optional.empty())
                                    .configs(KEEP_EVERYTHING)))
                    .all());
        } else if (count != topic.ends().size()) {
            throw new LocalProblem("%s has %d partitions here and %d in the backup"
                    .formatted(topic.name(), count, topic.ends().size()));
        }
    }

    /** Lets the services go on reading where they had come to. */
    void place(List<Reader> readers, Moves moves) {
        var offsets = new TreeMap<String, Map<TopicPartition, OffsetAndMetadata>>();
        for (var reader : readers) {
            offsets.computeIfAbsent(reader.group(), each -> new HashMap<>())
                    .put(
                            new TopicPartition(reader.topic(), reader.partition()),
                            new OffsetAndMetadata(moves.of(reader.topic(), reader.partition(), reader.offset())));
        }
        offsets.forEach((group, each) ->
                await(admin.alterConsumerGroupOffsets(group, each).all()));
    }

    /** Removes what a restore that failed has made. */
    void remove() {
        await(admin.deleteTopics(partitions().keySet()).all());
    }

    private static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get(20, TimeUnit.SECONDS);
        } catch (ExecutionException failed) {
            var cause = failed.getCause() == null ? failed : failed.getCause();
            throw new LocalProblem("Kafka refuses or cannot be reached: " + cause.getMessage(), cause);
        } catch (TimeoutException away) {
            throw new LocalProblem("Kafka cannot be reached", away);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LocalProblem("Interrupted", stopped);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
