package id.berdikari.kit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas of a service on one database, and one folder for their anchors. */
@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class TwoSealersTest {

    private static final int ENTRIES = 400;

    @Inject
    AuditLog audit;

    @Inject
    DataSource database;

    @Inject
    Clock clock;

    @ConfigProperty(name = "berdikari.audit.private-key")
    String privateKey;

    @ConfigProperty(name = "berdikari.audit.public-key")
    String publicKey;

    @TempDir
    Path shared;

    @BeforeEach
    void anEmptyLog() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from audit_seal");
            statement.executeUpdate("delete from audit_entry");
        }
    }

    @Test
    void makeOneChainWhileOthersWrite() throws Exception {
        var first = replica("pod-1");
        var second = replica("pod-2");

        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Integer>> work = List.of(
                    () -> record("left"),
                    () -> record("right"),
                    () -> sealOften(sealer(first)),
                    () -> sealOften(sealer(second)));
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }
        sealer(first).seal();

        var result = new AuditVerification(database, second).verify();
        assertTrue(result.intact(), result.defect());
        assertEquals(2 * ENTRIES, result.verified());
    }

    @Test
    void bothAnchorWhatOneOfThemSealed() throws Exception {
        var sealing = sealer(replica("pod-1"));
        var watching = sealer(replica("pod-2"));
        audit.record("act", "thing", 1, null);

        sealing.seal();
        watching.seal();
        watching.seal();

        assertEquals(1, Files.readAllLines(shared.resolve("test.anchor.pod-1")).size());
        assertEquals(1, Files.readAllLines(shared.resolve("test.anchor.pod-2")).size());
    }

    @Test
    void seeThroughEachOthersAnchorsThatTheLogWasCut() throws Exception {
        record("left");
        sealer(replica("pod-1")).seal();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.executeUpdate("delete from audit_seal where position > 10");
        }

        var result = new AuditVerification(database, replica("pod-2")).verify();

        assertFalse(result.intact());
        assertEquals("the log ends at position 10, but position " + ENTRIES + " was anchored", result.defect());
    }

    private int record(String actor) {
        for (var i = 0; i < ENTRIES; i++) {
            audit.record(actor, "thing", i, null);
        }
        return ENTRIES;
    }

    private static int sealOften(AuditSealer sealer) {
        for (var i = 0; i < 50; i++) {
            sealer.seal();
        }
        return 50;
    }

    private AuditSealer sealer(AuditAnchor anchor) {
        return new AuditSealer(database, anchor, clock);
    }

    private AuditAnchor replica(String name) throws Exception {
        return new AuditAnchor(shared.resolve("test.anchor"), Optional.of(name), privateKey, publicKey);
    }
}
