package id.berdikari.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Chains new audit entries in batches and anchors each batch's head outside the database. */
@ApplicationScoped
class AuditSealer {

    private static final int BATCH = 5_000;
    private static final long LOCK = 0x6175646974L;

    record Head(long position, byte[] hash, Instant at) {}

    private final DataSource database;
    private final AuditAnchor anchor;
    private final Clock clock;

    AuditSealer(DataSource database, AuditAnchor anchor, Clock clock) {
        this.database = database;
        this.anchor = anchor;
        this.clock = clock;
    }

    @Scheduled(every = "{berdikari.audit.seal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void seal() {
        while (sealBatch().isPresent()) {}
    }

    /** The anchor is written before the commit: an anchor without its seals is named by the check, seals without are not. */
    private Optional<Head> sealBatch() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                if (!lock(connection)) {
                    return Optional.empty();
                }
                var head = head(connection);
                var entries = unsealed(connection);
                if (entries.isEmpty()) {
                    return Optional.empty();
                }
                var sealed = append(connection, head, entries);
                anchor.append(sealed.position(), sealed.at(), sealed.hash());
                return Optional.of(sealed);
            }
        });
    }

    private Head append(Connection connection, Head head, List<AuditChain.Entry> entries) throws SQLException {
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
        return new Head(position, hash, clock.instant());
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

    private Head head(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement(
                        "select position, hash from audit_seal order by position desc limit 1");
                var row = statement.executeQuery()) {
            return row.next()
                    ? new Head(row.getLong(1), row.getBytes(2), clock.instant())
                    : new Head(0, AuditChain.START, clock.instant());
        }
    }

    /** Not "after the last sealed id": an entry with a lower id may commit later than one with a higher. */
    private static List<AuditChain.Entry> unsealed(Connection connection) throws SQLException {
        return AuditEntries.read(connection, """
                select e.id, e.at, e.actor, e.action, e.object_type, e.object_id, e.reason from audit_entry e
                where not exists (select from audit_seal s where s.entry_id = e.id) order by e.id limit\s""" + BATCH);
    }
}
