package id.berdikari.bench.event;

import id.berdikari.bench.CpuMeter;
import id.berdikari.bench.Finding;
import id.berdikari.bench.Load;
import id.berdikari.bench.Measured;
import id.berdikari.bench.Pace;
import id.berdikari.bench.Scenario;
import id.berdikari.bench.Workbench;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.ProducerConfig;

/** A full outbox that a service's relay empties, against a plain producer that sends the same records. */
public final class RelayDrain implements Scenario {

    private static final String RELAYED = "bench-relayed";
    private static final String PRODUCED = "bench-produced";
    private static final int ROUNDS = 4;

    @Override
    public String name() {
        return "relay";
    }

    @Override
    public List<Finding> measure(Workbench bench) throws Exception {
        var events = bench.isQuick() ? 20_000 : 250_000;
        // Only the event is measured; the sealer would share the cores.
        var environment = Map.of("BERDIKARI_AUDIT_SEAL_EVERY", "24h");
        try (var suite = bench.suite(environment, EnumSet.of(Service.FUNDRAISING));
                var database = DriverManager.getConnection(
                        suite.jdbcUrl(Service.FUNDRAISING),
                        Service.FUNDRAISING.id(),
                        suite.password(Service.FUNDRAISING))) {
            var broker = new Broker(suite.bootstrapServers());
            // Nobody consumes these topics.
            broker.create(RELAYED);
            broker.create(PRODUCED);
            var variants = new LinkedHashMap<String, Load>();
            variants.put("relay", new FullOutbox(database, events));
            variants.put("producer", new PlainProducer(broker, events));
            var meter = new CpuMeter()
                    .with("service", suite.pid(Service.FUNDRAISING))
                    .with("database", suite.postgresPid())
                    .with("broker", suite.kafkaPid());
            var pace = new Pace(Duration.ZERO, Duration.ZERO, bench.isQuick() ? 1 : ROUNDS);
            var measured = bench.takeTurns(pace, meter, variants);
            var relay = measured.getFirst();
            var producer = measured.getLast();
            return List.of(Finding.atLeast(
                    0.5,
                    "relay drain, against a plain producer with the same records",
                    relay.rate() / producer.rate(),
                    measured.stream().map(Measured::line).toList(),
                    List.of(
                            "%,d events a round, after one round of each that does not count.".formatted(events),
                            "The relay reads and deletes rows on the same cores; the ratio of all CPU per event is %.2f."
                                    .formatted(producer.cpuMicros("broker", "client")
                                            / relay.cpuMicros("service", "database", "broker")))));
        }
    }

    /** Committed rows, held back by the relay's own lock until the clock runs. */
    private static final class FullOutbox implements Load {

        private static final String RELAY_LOCK = Long.toString(0x6f7574626f78L);
        private static final long LOOK_MILLIS = 20;

        private final Connection database;
        private final int events;
        private long next;

        FullOutbox(Connection database, int events) {
            this.database = database;
            this.events = events;
        }

        @Override
        public void prepare(Duration length) throws Exception {
            try (var statement = database.createStatement()) {
                statement.execute("select pg_advisory_lock(" + RELAY_LOCK + ")");
                DonationEvents.append(database, RELAYED, next, next + events);
                next += events;
                statement.execute("vacuum analyze outbox");
            }
        }

        @Override
        public long run(Duration length) throws Exception {
            try (var statement = database.createStatement()) {
                statement.execute("select pg_advisory_unlock(" + RELAY_LOCK + ")");
            }
            try (var rest = database.prepareStatement("select from outbox order by id desc limit 1")) {
                while (true) {
                    try (var row = rest.executeQuery()) {
                        if (!row.next()) {
                            return events;
                        }
                    }
                    Thread.sleep(LOOK_MILLIS);
                }
            }
        }
    }

    private static final class PlainProducer implements Load {

        private final Broker broker;
        private final int events;
        private long next;

        PlainProducer(Broker broker, int events) {
            this.broker = broker;
            this.events = events;
        }

        @Override
        public long run(Duration length) {
            var failed = new AtomicReference<Exception>();
            Map<String, Object> asTheRelay =
                    Map.of(ProducerConfig.LINGER_MS_CONFIG, 5, ProducerConfig.BATCH_SIZE_CONFIG, 65_536);
            try (var producer = broker.producer(asTheRelay)) {
                for (var end = next + events; next < end; next++) {
                    var _ = producer.send(DonationEvents.message(PRODUCED, next), (_, failure) -> {
                        if (failure != null) {
                            failed.set(failure);
                        }
                    });
                }
                producer.flush();
            }
            if (failed.get() != null) {
                throw new LocalProblem(
                        "The producer lost events: " + failed.get().getMessage());
            }
            return events;
        }
    }
}
