package id.berdikari.kit.audit;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Chains new audit entries in batches and anchors the chain's head outside the database. Of several replicas one seals at
 * a time, under an advisory lock; each anchors every head that it comes to see, so none depends on another's life.
 */
@ApplicationScoped
class AuditSealer {

    private static final int BATCH = 5_000;
    private static final long LOCK = 0x6175646974L;

    record Head(long position, byte[] hash) {}

    /**
     * What was there when somebody looked: the newest entry, and which transactions, by their numbers, could still add older
     * ones.
     */
    private record Sight(long newest, long oldestRunning, long nextToBegin) {}

    private final DataSource database;
    private final AuditAnchor anchor;
    private final Clock clock;
    private byte[] anchored = AuditChain.START;
    /** Whatever is not newer is sealed; from a start on nothing is known, so that the first look is at the whole log. */
    private long settled;

    private @Nullable Sight earlier;

    AuditSealer(DataSource database, AuditAnchor anchor, Clock clock) {
        this.database = database;
        this.anchor = anchor;
        this.clock = clock;
    }

    @Scheduled(every = "{berdikari.audit.seal-every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    synchronized void seal() {
        var before = QuarkusTransaction.requiringNew().call(this::look);
        var sealed = sealBatch();
        while (sealed.orElse(0) > 0) {
            sealed = sealBatch();
        }
        if (sealed.isPresent()) {
            settle(before);
        }
        anchorHead();
    }

    /** How many it sealed; nothing where another replica is at it. */
    private OptionalInt sealBatch() {
        return QuarkusTransaction.requiringNew().call(() -> {
            try (var connection = database.getConnection()) {
                if (!lock(connection)) {
                    return OptionalInt.empty();
                }
                var entries = unsealed(connection);
                append(connection, head(connection), entries);
                return OptionalInt.of(entries.size());
            }
        });
    }

    /** Once all have ended who ran at an earlier look, nothing can come in any more that is older than what was newest then. */
    private void settle(Sight now) {
        if (earlier != null && now.oldestRunning() >= earlier.nextToBegin()) {
            settled = earlier.newest();
            earlier = null;
        }
        if (earlier == null) {
            earlier = now;
        }
    }

    private Sight look() throws SQLException {
        try (var connection = database.getConnection()) {
            var newest = number(connection, "select coalesce(max(id), 0) from audit_entry");
            var nextToBegin = number(connection, "select pg_snapshot_xmax(pg_current_snapshot())::text::bigint");
            var oldestRunning = number(connection, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
            return new Sight(newest, oldestRunning, nextToBegin);
        }
    }

    private static long number(Connection connection, String sql) throws SQLException {
        try (var statement = connection.prepareStatement(sql);
                var row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
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
    private List<AuditChain.Entry> unsealed(Connection connection) throws SQLException {
        return AuditEntries.read(connection, """
                select e.id, e.at, e.actor, e.action, e.object_type, e.object_id, e.reason from audit_entry e
                where e.id > ? and not exists (select from audit_seal s where s.entry_id = e.id and s.entry_id > ?)
                order by e.id limit\s""" + BATCH, settled, settled);
    }
}
