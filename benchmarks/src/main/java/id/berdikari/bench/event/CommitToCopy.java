package id.berdikari.bench.event;

import id.berdikari.bench.Finding;
import id.berdikari.bench.Latencies;
import id.berdikari.bench.Scenario;
import id.berdikari.bench.Workbench;
import id.berdikari.bench.payment.Gateway;
import id.berdikari.bench.payment.PendingDonations;
import id.berdikari.local.LocalKeys;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A payment that fundraising takes in, until monitoring has committed its copy, against an event's way with Kafka alone.
 * PostgreSQL itself says when each transaction was committed.
 */
public final class CommitToCopy implements Scenario {

    private static final int SENDERS = 8;
    private static final int CAMPAIGNS = 100;
    private static final double ALLOWANCE_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 60;
    private static final String PLAIN = "bench-plain";
    private static final String TRANSACTIONAL = "bench-transactional";

    @Override
    public String name() {
        return "commit-to-copy";
    }

    @Override
    public List<Finding> measure(Workbench bench) throws Exception {
        try (var suite = bench.suite(Map.of(), EnumSet.noneOf(Service.class))) {
            keepCommitTimes(suite);
            suite.start(Service.FUNDRAISING);
            suite.start(Service.MONITORING);
            try (var fundraising = suite.superuser(Service.FUNDRAISING);
                    var monitoring = suite.superuser(Service.MONITORING)) {
                var broker = new Broker(suite.bootstrapServers());
                broker.create(PLAIN);
                broker.create(TRANSACTIONAL);
                var work = new Payments(
                        Service.FUNDRAISING.port(bench.portBase()),
                        LocalKeys.existing(suite.dataDir()).midtransServerKey(),
                        new PendingDonations(fundraising, CAMPAIGNS),
                        fundraising,
                        monitoring);
                var plain = new PlainJourney(broker, PLAIN, false);
                var transactional = new PlainJourney(broker, TRANSACTIONAL, true);
                bench.say("  warming up");
                var warmUp = new Schedule(200, bench.isQuick() ? 3 : 60);
                work.measure(warmUp);
                plain.measure(new Schedule(200, bench.isQuick() ? 2 : 10), 0);
                transactional.measure(new Schedule(20, bench.isQuick() ? 2 : 10), 0);
                var findings = new ArrayList<Finding>();
                for (var schedule : schedules(bench)) {
                    bench.say("  %d events/s for %d s".formatted(schedule.perSecond(), schedule.seconds()));
                    findings.add(finding(
                            schedule,
                            work.measure(schedule),
                            plain.measure(schedule, 0),
                            transactional.measure(schedule, 0)));
                }
                return findings;
            }
        }
    }

    private static List<Schedule> schedules(Workbench bench) {
        return bench.isQuick() ? List.of(new Schedule(10, 3)) : List.of(new Schedule(10, 30), new Schedule(200, 30));
    }

    private static Finding finding(Schedule schedule, Latencies copy, Latencies plain, Latencies transactional) {
        var bound = plain.percentile(0.99) + ALLOWANCE_MILLIS;
        var ratio = copy.percentile(0.99) / bound;
        return new Finding(
                "commit to the other service's copy at %d events/s, p99 against plain Kafka's + 50 ms"
                        .formatted(schedule.perSecond()),
                ratio,
                "at most 1",
                ratio <= 1,
                List.of(
                        copy.line("commit to committed copy", "events"),
                        plain.line("plain produce to consume", "events"),
                        transactional.line("the same, a transaction for each, read committed", "events")),
                List.of("A Kafka transaction costs %.1f ms at the median."
                        .formatted(transactional.percentile(0.5) - plain.percentile(0.5))));
    }

    private static void keepCommitTimes(LocalSuite suite) throws SQLException {
        try (var superuser = suite.superuser(Service.FUNDRAISING);
                var statement = superuser.createStatement()) {
            statement.execute("alter system set track_commit_timestamp = on");
            statement.execute("checkpoint");
        }
        suite.killPostgres();
        suite.startPostgres();
    }

    /** Payments over HTTP, as the gateway tells them. */
    private record Payments(
            int port, String serverKey, PendingDonations donations, Connection fundraising, Connection monitoring) {

        private static final String PAID = """
                select id::text, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000
                from donation where id between ?::uuid and ?::uuid and status = 'PAID'""";
        private static final String COPIED = """
                select donation_id::text, extract(epoch from pg_xact_commit_timestamp(xmin)) * 1000
                from journey_item where donation_id between ?::uuid and ?::uuid""";

        Latencies measure(Schedule schedule) throws Exception {
            var range = donations.add(schedule.events(), CAMPAIGNS);
            schedule.run(range.first(), Math.min(SENDERS, schedule.perSecond()), () -> new Paying(port, serverKey));
            var paid = times(fundraising, PAID, range);
            var copied = copied(range);
            return Latencies.of(paid.entrySet().stream()
                    .mapToDouble(each -> copied.getOrDefault(each.getKey(), Double.NaN) - each.getValue())
                    .toArray());
        }

        private Map<String, Double> copied(PendingDonations.Range range) throws SQLException, InterruptedException {
            for (var second = 0; second < PATIENCE_SECONDS; second++) {
                var copied = times(monitoring, COPIED, range);
                if (copied.size() == range.size()) {
                    return copied;
                }
                TimeUnit.SECONDS.sleep(1);
            }
            throw new LocalProblem("Not all payments reached the monitoring service");
        }

        private static Map<String, Double> times(Connection database, String sql, PendingDonations.Range range)
                throws SQLException {
            try (var select = database.prepareStatement(sql)) {
                select.setString(1, PendingDonations.id(range.first()));
                select.setString(2, PendingDonations.id(range.end() - 1));
                var times = new HashMap<String, Double>();
                try (var row = select.executeQuery()) {
                    while (row.next()) {
                        times.put(row.getString(1), row.getDouble(2));
                    }
                }
                return times;
            }
        }
    }

    private static final class Paying implements Schedule.Sender {
        private final Gateway gateway;

        Paying(int port, String serverKey) throws Exception {
            gateway = new Gateway(port, serverKey);
        }

        @Override
        public void send(long number) throws Exception {
            gateway.settle(PendingDonations.id(number));
        }

        @Override
        public void close() throws IOException {
            gateway.close();
        }
    }
}
