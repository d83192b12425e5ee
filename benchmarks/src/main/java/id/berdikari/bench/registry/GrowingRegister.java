package id.berdikari.bench.registry;

import id.berdikari.bench.CpuMeter;
import id.berdikari.bench.Finding;
import id.berdikari.bench.Measured;
import id.berdikari.bench.Scenario;
import id.berdikari.bench.Workbench;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import id.berdikari.local.population.Household;
import id.berdikari.local.population.HouseholdList;
import id.berdikari.local.population.Population;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** One kabupaten's register that is filled by lists, and measured whenever it has reached the next size. */
public final class GrowingRegister implements Scenario {

    private static final String REGENCY = "33.02";
    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 31);
    private static final long SEED = 2026;
    private static final int ASKED_ABOUT = 500;
    private static final int QUICKER = 20;

    private final List<Integer> sizes;

    /** @param sizes in people, from few to many */
    public GrowingRegister(List<Integer> sizes) {
        this.sizes = List.copyOf(sizes);
    }

    @Override
    public String name() {
        return "registry";
    }

    @Override
    public List<Finding> measure(Workbench bench) throws Exception {
        try (var suite = bench.suite(Map.of(), EnumSet.of(Service.BENEFICIARY));
                var database = suite.superuser(Service.BENEFICIARY)) {
            var register = new Register(bench, suite, database);
            var stages = new ArrayList<Stage>();
            for (var size : sizes) {
                stages.add(register.growTo(bench.isQuick() ? size / QUICKER : size));
            }
            bench.say("  copying the same rows");
            return RegistryFindings.of(stages, new SameRows(database, suite.dataDir()).copy());
        }
    }

    private static final class Register {
        private final Workbench bench;
        private final Path list;
        private final Connection database;
        private final CpuMeter meter;
        private final Population population;
        private final ListImport lists;
        private final Questions questions;
        private final Screenings screenings;
        private long households;
        private long persons;
        private long broughtBefore;

        Register(Workbench bench, LocalSuite suite, Connection database) throws Exception {
            this.bench = bench;
            this.list = suite.dataDir().resolve("list.csv");
            this.database = database;
            this.meter = new CpuMeter()
                    .with("service", suite.pid(Service.BENEFICIARY))
                    .with("database", suite.postgresPid());
            this.population = new Population(SEED, villages(database), AS_OF);
            var desk = new RegistryDesk(suite);
            this.lists = new ListImport(desk);
            this.screenings = new Screenings(desk);
            this.questions = new Questions(
                    desk, population.households(ASKED_ABOUT), bench.isQuick() ? ASKED_ABOUT / QUICKER : ASKED_ABOUT);
        }

        Stage growTo(long size) throws Exception {
            var brought = write(size);
            bench.say("  %,d more people come in a list of %,d MiB".formatted(brought, Files.size(list) >> 20));
            var before = meter.read();
            var done = lists.take(list, "BENCH");
            var imported = measured("import to %,d".formatted(persons), brought, done.seconds(), before);
            var rateAtEnd = done.rateOfLast(broughtBefore == 0 ? brought : broughtBefore);
            bench.say("  import: %,.0f people/s, at its end %,.0f; its parts were sent in %.1f s"
                    .formatted(imported.rate(), rateAtEnd, done.sendSeconds()));
            execute("vacuum analyze");
            execute("checkpoint");
            warmUp(broughtBefore == 0 && !bench.isQuick() ? 3 : 1);
            broughtBefore = brought;
            var answers = questions.ask();
            answers.forEach(
                    (kind, latencies) -> bench.say("  %s: p95 %.1f ms".formatted(kind, latencies.percentile(0.95))));
            before = meter.read();
            var screening = screenings.run(REGENCY);
            var screened = measured(
                    "screening of %,d".formatted(persons), screening.households(), screening.seconds(), before);
            bench.say("  screening: %,.0f households/s".formatted(screened.rate()));
            return new Stage(persons, imported, rateAtEnd, answers, screened);
        }

        private void warmUp(int rounds) throws IOException, InterruptedException {
            bench.say("  warming up");
            for (var i = 0; i < rounds; i++) {
                questions.ask();
                screenings.run(REGENCY);
            }
        }

        /** Writes the next households to the list until so many people will be in the register. */
        private long write(long size) throws IOException {
            var before = persons;
            try (var file = Files.newBufferedWriter(list)) {
                HouseholdList.write(next(size), file);
            }
            return persons - before;
        }

        private Stream<Household> next(long size) {
            return LongStream.iterate(households, number -> number + 1)
                    .takeWhile(_ -> persons < size)
                    .mapToObj(population::household)
                    .peek(household -> {
                        households++;
                        persons += household.members().size();
                    });
        }

        private Measured measured(String variant, long operations, double seconds, Map<String, Double> before) {
            var rate = operations / seconds;
            return new Measured(variant, operations, seconds, CpuMeter.spent(before, meter.read()), rate, rate);
        }

        private void execute(String sql) throws SQLException {
            try (var statement = database.createStatement()) {
                statement.execute(sql);
            }
        }

        private static List<String> villages(Connection database) throws SQLException {
            var villages = new ArrayList<String>();
            try (var statement = database.createStatement();
                    var row = statement.executeQuery("select code from area where level = 'VILLAGE' and code like '"
                            + REGENCY + ".%' order by code")) {
                while (row.next()) {
                    villages.add(row.getString(1));
                }
            }
            return villages;
        }
    }
}
