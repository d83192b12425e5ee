package id.berdikari.bench.payment;

import id.berdikari.bench.CpuMeter;
import id.berdikari.bench.Finding;
import id.berdikari.bench.Load;
import id.berdikari.bench.Measured;
import id.berdikari.bench.Pace;
import id.berdikari.bench.Scenario;
import id.berdikari.bench.Workbench;
import id.berdikari.local.LocalKeys;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Payments through the service, against its own SQL alone; and all on one campaign, against a thousand. */
public final class PaidDonations implements Scenario {

    private static final int MANY = 1_000;
    private static final String SERVICE = "service";
    private static final String DATABASE = "database";

    @Override
    public String name() {
        return "payment";
    }

    @Override
    public List<Finding> measure(Workbench bench) throws Exception {
        // What relay and sealer do afterwards, in their own time, is measured elsewhere.
        var environment = Map.of("BERDIKARI_RELAY_ENABLED", "false", "BERDIKARI_AUDIT_SEAL_EVERY", "24h");
        try (var suite = bench.suite(environment, EnumSet.of(Service.FUNDRAISING));
                var database = DriverManager.getConnection(
                        suite.jdbcUrl(Service.FUNDRAISING),
                        Service.FUNDRAISING.id(),
                        suite.password(Service.FUNDRAISING))) {
            var donations = new PendingDonations(database, MANY);
            var serverKey = LocalKeys.existing(suite.dataDir()).midtransServerKey();
            var port = Service.FUNDRAISING.port(bench.portBase());
            var notifications = new Notifications(port, serverKey);
            var meter =
                    new CpuMeter().with(SERVICE, suite.pid(Service.FUNDRAISING)).with(DATABASE, suite.postgresPid());
            bench.say("  warming up the service");
            var warmUp = new Payments(donations, MANY, notifications);
            warmUp.prepare(bench.pace().warmUp());
            warmUp.run(bench.pace().warmUp());
            var recorded = record(suite, donations, port, serverKey, database);
            return List.of(
                    againstSql(bench, suite, donations, notifications, recorded, meter),
                    oneCampaignAgainstMany(bench, donations, notifications, meter));
        }
    }

    private static RecordedSql record(
            LocalSuite suite, PendingDonations donations, int port, String serverKey, Connection database)
            throws Exception {
        var some = donations.add(40, 1);
        try (var superuser = suite.superuser(Service.FUNDRAISING);
                var gateway = new Gateway(port, serverKey)) {
            return RecordedSql.of(
                    superuser,
                    database,
                    suite.dataDir().resolve("logs/postgres.log"),
                    gateway::settle,
                    LongStream.range(some.first(), some.end())
                            .mapToObj(PendingDonations::id)
                            .toList());
        }
    }

    private static Finding againstSql(
            Workbench bench,
            LocalSuite suite,
            PendingDonations donations,
            Notifications notifications,
            RecordedSql recorded,
            CpuMeter meter)
            throws Exception {
        var url = suite.jdbcUrl(Service.FUNDRAISING);
        var user = Service.FUNDRAISING.id();
        var password = suite.password(Service.FUNDRAISING);
        var sql = Pgbench.isInstalled()
                ? new Pgbench(recorded, url, user, password, suite.dataDir().resolve("pgbench.sql"))
                : new RawJdbc(recorded, url, user, password);
        var limit = Pgbench.isInstalled() ? "pgbench" : "raw JDBC";
        var variants = new LinkedHashMap<String, Load>();
        variants.put("notifications", new Payments(donations, MANY, notifications));
        variants.put(limit, new Payments(donations, MANY, sql));
        var measured = bench.takeTurns(afterWarmUp(bench), meter, variants);
        var service = measured.getFirst();
        var raw = measured.getLast();
        return Finding.atLeast(
                0.5,
                "paid donations through the service, against its own SQL by " + limit,
                service.rate() / raw.rate(),
                measured.stream().map(Measured::line).toList(),
                List.of(
                        "The ratio of CPU per donation, service and database against database alone: %.2f."
                                .formatted(raw.cpuMicros(DATABASE) / service.cpuMicros(SERVICE, DATABASE)),
                        "The service says %d statements for one donation; the limit says the same."
                                .formatted(recorded.statements().size()),
                        "The client's CPU is spent on the same cores. Relay and sealer are off in both."));
    }

    private static Finding oneCampaignAgainstMany(
            Workbench bench, PendingDonations donations, Notifications notifications, CpuMeter meter) throws Exception {
        var variants = new LinkedHashMap<String, Load>();
        variants.put("one campaign", new Payments(donations, 1, notifications));
        variants.put(MANY + " campaigns", new Payments(donations, MANY, notifications));
        var measured = bench.takeTurns(afterWarmUp(bench), meter, variants);
        var one = measured.getFirst();
        var many = measured.getLast();
        return Finding.atLeast(
                0.9,
                "paid donations on one campaign, against the same on " + MANY,
                one.rate() / many.rate(),
                measured.stream().map(Measured::line).toList(),
                List.of("The ratio of CPU per donation, service and database: %.2f."
                        .formatted(many.cpuMicros(SERVICE, DATABASE) / one.cpuMicros(SERVICE, DATABASE))));
    }

    /** The service is warm; the rest only has to fill its caches. */
    private static Pace afterWarmUp(Workbench bench) {
        var pace = bench.pace();
        return new Pace(Duration.ofSeconds(bench.isQuick() ? 1 : 5), pace.round(), pace.rounds());
    }
}
