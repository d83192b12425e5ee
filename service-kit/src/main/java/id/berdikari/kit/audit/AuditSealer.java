package id.berdikari.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;

/**
 * Chains new audit entries in batches and anchors the chain's head outside the database. Of several replicas one seals at
 * a time, under an advisory lock; each anchors every head that it comes to see, so none depends on another's life.
 */
@ApplicationScoped
class AuditSealer {

    private static final int BATCH = 5_000;
    private static final long LOCK = 0x6175646974L;

    record Head(long position, byte[] hash) {}

    private final DataSource database;
    private final AuditAnchor anchor;
    private final Clock clock;
    private byte[] anchored = AuditChain.START;

    AuditSealer(DataSource database, AuditAnchor anchor, Clock clock) {
        this.database = database;
        this.anchor = anchor;
        this.clock = clock;
    }

    @Scheduled(every = "{berdikari.audit.seal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void seal() {
        while (sealBatch() > 0) {
            // Batch after batch, each in a transaction of its own.
        }
        anchorHead();
    }

    private int sealBatch() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                if (!lock(connection)) {
                    return 0;
                }
                var entries = unsealed(connection);
                append(connection, head(connection), entries);
                return entries.size();
            }
        });
    }

    /** After the commit: a head that was anchored but never committed would look like a truncation. */
    private void anchorHead() {
        var head = QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                return head(connection);
            }
        });
        if (!Arrays.equals(head.hash(), anchored)) {
            anchor.append(head.position(), clock.instant(), head.hash());
            anchored = head.hash();
        }
    }

    private static void append(Connection connection, Head head, List<AuditChain.Entry> entries) throws SQLException {
        var position = head.position();
        var hash = head.hash();
        try (var insert =
                connection.prepareStatement("insert into audit_seal (position, entry_id, hash) values (?, ?, ?)")) {
            for (var entry : entries) {
                hash = AuditChain.next(hash, entry);
                insert.setLong(1, ++position);
                insert.setLong(2, entry.id());
                insert.setBytes(3, hash);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select position, hash from audit_seal order by position desc limit 1");
                var row = statement.executeQuery()) {
            return row.next() ? new Head(row.getLong(1), row.getBytes(2)) : new Head(0, AuditChain.START);
        }
    }

    /** Not "after the last sealed id": an entry with a lower id may commit later than one with a higher. */
    private static List<AuditChain.Entry> unsealed(Connection connection) throws SQLException {
        return AuditEntries.read(connection, """
                select e.id, e.at, e.actor, e.action, e.object_type, e.object_id, e.reason from audit_entry e
                where not exists (select from audit_seal s where s.entry_id = e.id) order by e.id limit\s""" + BATCH);
    }
}
