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

    /** The newest entry, the oldest transaction that runs, and one that began after all that have written so far. */
    private record Sight(long newest, long oldestRunning, long latest) {}

    /** Nothing more comes in up to an entry once all transactions have ended that began before another. */
    private record Awaited(long newest, long latest) {}

    private final DataSource database;
    private final AuditAnchor anchor;
    private final Clock clock;
    private byte[] anchored = AuditChain.START;
    /** Whatever is not newer is sealed; from a start on nothing is known, so that the first look is at the whole log. */
    private long settled;

    private long newestBefore;
    private @Nullable Awaited awaited;

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

    /** By the newest entry of the look before, because an entry gets its id a moment before its transaction gets its number. */
    private void settle(Sight now) {
        if (awaited != null && now.oldestRunning() >= awaited.latest()) {
            settled = awaited.newest();
            awaited = null;
        }
        if (awaited == null) {
            awaited = new Awaited(newestBefore, now.latest());
        }
        newestBefore = now.newest();
        if (now.newest() < settled) {
            settled = 0;
        }
    }

    private Sight look() throws SQLException {
        try (var connection = database.getConnection()) {
            var newest = number(connection, "select coalesce(max(id), 0) from audit_entry");
            var oldestRunning = number(connection, "select pg_snapshot_xmin(pg_current_snapshot())::text::bigint");
            var latest = number(connection, "select pg_current_xact_id()::text::bigint");
            return new Sight(newest, oldestRunning, latest);
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
