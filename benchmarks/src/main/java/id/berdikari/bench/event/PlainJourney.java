package id.berdikari.bench.event;

import id.berdikari.bench.Latencies;
import id.berdikari.local.LocalProblem;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;

/** The way of an event with Kafka alone: from before it is sent to the consumer's hands. */
final class PlainJourney {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Broker broker;
    private final String topic;
    private final boolean inTransactions;

    PlainJourney(Broker broker, String topic, boolean inTransactions) {
        this.broker = broker;
        this.topic = topic;
        this.inTransactions = inTransactions;
    }

    Latencies measure(Schedule schedule, long first) throws Exception {
        var sent = new long[schedule.events()];
        try (var consumer = broker.consumer(inTransactions ? "read_committed" : "read_uncommitted");
                var producer = broker.producer(
                        inTransactions
                                ? Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, topic)
                                : Map.of(ProducerConfig.LINGER_MS_CONFIG, 0));
                var listening = Executors.newSingleThreadExecutor()) {
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToEnd(partitions);
            partitions.forEach(consumer::position);
            if (inTransactions) {
                producer.initTransactions();
            }
            var received = listening.submit(() -> receive(consumer, first, schedule.events()));
            // Its first poll connects; the events begin after that.
            TimeUnit.SECONDS.sleep(1);
            schedule.run(first, 1, () -> new Producing(producer, first, sent));
            var arrived = received.get();
            var millis = new double[sent.length];
            for (var i = 0; i < millis.length; i++) {
                millis[i] = (arrived[i] - sent[i]) / 1e6;
            }
            return Latencies.of(millis);
        }
    }

    private static long[] receive(KafkaConsumer<String, byte[]> consumer, long first, int events) {
        var arrived = new long[events];
        var latest = System.nanoTime();
        for (var count = 0; count < events; ) {
            for (var message : consumer.poll(Duration.ofSeconds(1))) {
                arrived[(int) (DonationEvents.number(message.key()) - first)] = System.nanoTime();
                latest = System.nanoTime();
                count++;
            }
            if (System.nanoTime() - latest > PATIENCE.toNanos()) {
                throw new LocalProblem("Only %d of %d events arrived".formatted(count, events));
            }
        }
        return arrived;
    }

    private final class Producing implements Schedule.Sender {
        private final KafkaProducer<String, byte[]> producer;
        private final long first;
        private final long[] sent;

        Producing(KafkaProducer<String, byte[]> producer, long first, long[] sent) {
            this.producer = producer;
            this.first = first;
            this.sent = sent;
        }

        @Override
        public void send(long number) {
            sent[(int) (number - first)] = System.nanoTime();
            if (inTransactions) {
                producer.beginTransaction();
            }
            var _ = producer.send(DonationEvents.message(topic, number));
            if (inTransactions) {
                producer.commitTransaction();
            }
        }

        @Override
        public void close() {}
    }
}
