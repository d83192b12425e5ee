package id.berdikari.bench.event;

import id.berdikari.bench.CpuMeter;
import id.berdikari.bench.Finding;
import id.berdikari.bench.Measured;
import id.berdikari.bench.Scenario;
import id.berdikari.bench.Workbench;
import id.berdikari.local.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerConfig;

/** A service that starts anew and works off what another has told so far, against the same rows by plain JDBC. */
public final class CatchUp implements Scenario {

    private static final String TOPIC = "fundraising-events";
    private static final int BATCH = 500;

    @Override
    public String name() {
        return "catch-up";
    }

    @Override
    public List<Finding> measure(Workbench bench) throws Exception {
        var events = bench.isQuick() ? 20_000 : 200_000;
        var environment = Map.of("BERDIKARI_AUDIT_SEAL_EVERY", "24h");
        try (var suite = bench.suite(environment, EnumSet.noneOf(Service.class))) {
            var broker = new Broker(suite.bootstrapServers());
            broker.create(TOPIC);
            tell(broker, events);
            suite.start(Service.MONITORING);
            try (var monitoring = DriverManager.getConnection(
                    suite.jdbcUrl(Service.MONITORING), Service.MONITORING.id(), suite.password(Service.MONITORING))) {
                var meter = new CpuMeter()
                        .with("service", suite.pid(Service.MONITORING))
                        .with("database", suite.postgresPid())
                        .with("broker", suite.kafkaPid());
                var consumed = workOff(monitoring, events, meter);
                var plain = insert(monitoring, events, meter);
                return List.of(new Finding(
                        "a fresh consumer working off a topic, against plain JDBC inserting the same rows",
                        consumed.rate() / plain.rate(),
                        "none, to be known",
                        true,
                        List.of(consumed.line(), plain.line()),
                        List.of(
                                "%,d events, each one row in a copy and one in the inbox, in a service that has just started."
                                        .formatted(events),
                                "Plain JDBC commits batches of %d on one connection.".formatted(BATCH))));
            }
        }
    }

    private static void tell(Broker broker, int events) {
        try (var producer = broker.producer(Map.of(ProducerConfig.LINGER_MS_CONFIG, 5))) {
            for (var number = 0; number < events; number++) {
                var _ = producer.send(DonationEvents.message(TOPIC, number));
            }
        }
    }

    private static Measured workOff(Connection monitoring, int events, CpuMeter meter) throws Exception {
        var before = meter.read();
        var already = count(monitoring);
        var start = System.nanoTime();
        while (count(monitoring) < events) {
            TimeUnit.MILLISECONDS.sleep(200);
        }
        return measured("consumer", events - already, start, before, meter);
    }

    private static Measured insert(Connection monitoring, int events, CpuMeter meter) throws SQLException {
        var before = meter.read();
        var start = System.nanoTime();
        monitoring.setAutoCommit(false);
        try (var claim = monitoring.prepareStatement(
                        "insert into inbox (event_id, received_at) values (?, now()) on conflict do nothing");
                var copy = monitoring.prepareStatement("""
                        insert into journey_item (event_id, donation_id, type, service, occurred_on, recorded_at, amount)
                        values (?, ?::uuid, 'donated', 'fundraising', date '2026-02-02', now(), 50000)
                        on conflict do nothing""")) {
            for (var first = events; first < 2 * events; first += BATCH) {
                for (var number = first; number < first + BATCH; number++) {
                    claim.setString(1, DonationEvents.identity(number));
                    claim.addBatch();
                    copy.setString(1, DonationEvents.identity(number));
                    copy.setString(2, DonationEvents.donation(number));
                    copy.addBatch();
                }
                claim.executeBatch();
                copy.executeBatch();
                monitoring.commit();
            }
        }
        return measured("plain JDBC", events, start, before, meter);
    }

    private static Measured measured(
            String variant, long events, long start, Map<String, Double> before, CpuMeter meter) {
        var seconds = (System.nanoTime() - start) / 1e9;
        var rate = events / seconds;
        return new Measured(variant, events, seconds, CpuMeter.spent(before, meter.read()), rate, rate);
    }

    private static long count(Connection monitoring) throws SQLException {
        try (var statement = monitoring.createStatement();
                var row = statement.executeQuery("select count(*) from journey_item")) {
            row.next();
            return row.getLong(1);
        }
    }
}
