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
import java.sql.Connection;
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
        sql("delete from audit_seal");
        sql("delete from audit_entry");
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

    /** In the order in which neither the ids nor the transactions' numbers tell that somebody is still to come. */
    @Test
    void sealWhatWasWrittenBeforeOthersAndCommittedAfterThem() throws Exception {
        var sealer = sealer(replica("pod-1"));
        try (var quick = database.getConnection();
                var slow = database.getConnection()) {
            quick.setAutoCommit(false);
            slow.setAutoCommit(false);
            execute(quick, "select pg_current_xact_id()");
            execute(slow, entryOf("slow"));
            execute(quick, entryOf("quick"));
            quick.commit();
            for (var i = 0; i < 4; i++) {
                sealer.seal();
            }
            assertEquals(1, sealed());
            slow.commit();
        }
        sealer.seal();

        assertEquals(2, sealed());
        assertTrue(new AuditVerification(database, replica("pod-1")).verify().intact());
    }

    /** A log of millions would be read every ten seconds. */
    @Test
    void lookAtTheWholeLogOnlyWhenTheyStart() throws Exception {
        record("left");
        var sealer = sealer(replica("pod-1"));
        for (var i = 0; i < 3; i++) {
            sealer.seal();
        }
        sql("delete from audit_seal where position > " + (ENTRIES - 1));

        sealer.seal();
        assertEquals(ENTRIES - 1, sealed());

        sealer(replica("pod-2")).seal();
        assertEquals(ENTRIES, sealed());
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
        sql("delete from audit_seal where position > 10");

        var result = new AuditVerification(database, replica("pod-2")).verify();

        assertFalse(result.intact());
        assertEquals("the log ends at position 10, but position " + ENTRIES + " was anchored", result.defect());
    }

    private static String entryOf(String actor) {
        return "insert into audit_entry (at, actor, action, object_type, object_id) values (now(), '" + actor
                + "', 'act', 'thing', '1')";
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long sealed() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from audit_seal")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void sql(String change) throws SQLException {
        try (var connection = database.getConnection()) {
            execute(connection, change);
        }
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
