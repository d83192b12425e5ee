package id.berdikari.kit.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class AuditVerificationTest {

    @Inject
    AuditLog audit;

    @Inject
    AuditSealer sealer;

    @Inject
    AuditVerification verification;

    @Inject
    DataSource database;

    @ConfigProperty(name = "berdikari.audit.anchor")
    Path anchors;

    @BeforeEach
    void fiveSealedEntries() throws Exception {
        sql("delete from audit_seal");
        sql("delete from audit_entry");
        Files.deleteIfExists(anchors);
        IntStream.rangeClosed(1, 5).forEach(i -> audit.record("act-" + i, "thing", i, "reason " + i));
        sealer.seal();
    }

    @Test
    void anUntouchedLogIsIntact() {
        var result = verification.verify();

        assertTrue(result.intact(), result.defect());
        assertEquals(5, result.verified());
        assertNull(result.defect());
    }

    @Test
    void sealingAgainGoesOnWhereItEnded() {
        audit.record("later", "thing", 6, null);
        sealer.seal();
        sealer.seal();

        assertEquals(6, verification.verify().verified());
        assertEquals(2, verification.verify().anchors());
    }

    @Test
    void whatNobodyAskedForIsDoneByTheSystem() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select distinct actor from audit_entry")) {
            assertTrue(row.next());
            assertEquals("system", row.getString(1));
        }
    }

    @Test
    void aFlipIsNamed() throws SQLException {
        sql("update audit_entry set reason = 'another' where action = 'act-3'");

        damagedAt(3, "was changed");
    }

    @Test
    void aDeletionIsNamed() throws SQLException {
        sql("delete from audit_entry where action = 'act-2'");

        damagedAt(2, "was deleted");
    }

    @Test
    void aSwapIsNamed() throws SQLException {
        sql(
                "update audit_entry set action = case action when 'act-4' then 'act-5' else 'act-4' end where action in ('act-4', 'act-5')");

        damagedAt(4, "changed places");
    }

    @Test
    void aTruncationIsNamed() throws SQLException {
        sql("delete from audit_seal where position > 3");
        sql("delete from audit_entry where action in ('act-4', 'act-5')");

        var result = verification.verify();

        assertFalse(result.intact());
        assertEquals("the log ends at position 3, but position 5 was anchored", result.defect());
    }

    @Test
    void aLogRewrittenWithItsChainDiffersFromTheAnchor() throws SQLException {
        sql("update audit_entry set reason = 'another' where action = 'act-5'");
        sql("delete from audit_seal where position = 5");
        sealer.seal();

        var result = verification.verify();

        assertFalse(result.intact());
        assertEquals("the chain at position 5 is not the anchored one", result.defect());
    }

    @Test
    void aForgedAnchorIsNamed() {
        write(read().replaceFirst("^5 ", "4 "));

        assertEquals("1 anchors carry no valid signature", verification.verify().defect());
    }

    private void damagedAt(int position, String how) {
        var result = verification.verify();

        assertFalse(result.intact());
        assertEquals(position - 1, result.verified());
        var defect = String.valueOf(result.defect());
        assertTrue(defect.contains("position " + position) && defect.contains(how), defect);
    }

    private String read() {
        try {
            return Files.readString(anchors);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void write(String text) {
        try {
            Files.writeString(anchors, text);
        } catch (java.io.IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }

    private void sql(String statement) throws SQLException {
        try (var connection = database.getConnection();
                var execution = connection.createStatement()) {
            execution.executeUpdate(statement);
        }
    }
}
