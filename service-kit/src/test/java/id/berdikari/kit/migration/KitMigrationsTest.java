package id.berdikari.kit.migration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.local.test.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.io.TempDir;

class KitMigrationsTest {

    private static final int REPLICAS = 3;

    @TempDir
    Path migrations;

    /** Without the kit's lock about one round in eight fails. */
    @RepeatedTest(20)
    void replicasThatStartTogetherOnAnEmptyDatabaseAllComeUp() throws Exception {
        Files.writeString(migrations.resolve("V1__thing.sql"), "create table thing (id bigint primary key)");
        var database = TestDatabase.fresh();
        var together = new CyclicBarrier(REPLICAS);

        try (var replicas = Executors.newFixedThreadPool(REPLICAS)) {
            Callable<Integer> start = () -> {
                together.await();
                return migrate(database);
            };
            var applied = 0;
            for (var done : replicas.invokeAll(Collections.nCopies(REPLICAS, start))) {
                applied += done.get();
            }
            assertEquals(1, applied);
        }
    }

    private int migrate(String database) {
        var service = Flyway.configure()
                .locations("filesystem:" + migrations)
                .baselineOnMigrate(true)
                .baselineVersion("0");
        new KitMigrations(database, TestDatabase.USER, TestDatabase.PASSWORD).customize(service);
        return service.load().migrate().migrationsExecuted;
    }
}
