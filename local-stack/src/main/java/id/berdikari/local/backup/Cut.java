package id.berdikari.local.backup;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.Service;
import id.berdikari.local.SuiteStores;
import id.berdikari.local.SuiteStores.Store;
import id.berdikari.local.backup.Manifest.Reader;
import id.berdikari.local.backup.Manifest.Topic;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A moment of a running suite, consistent by events.
 *
 * <p>While all relays pause, no event comes into a topic. In that pause each database is frozen in a snapshot and the ends of
 * the topics are noted. So every event that a service had committed is in a topic below its end or in the outbox of its
 * snapshot; and no snapshot holds the effect of an event that its sender's does not hold. What a reader had not read yet is
 * in the topic, and reaches it after the restore.
 *
 * <p>What may only lag behind the snapshots is read before them: how far services had read, and which heads of the audit
 * logs were anchored.
 */
final class Cut implements AutoCloseable {
    private final Map<Service, byte[]> anchors = new EnumMap<>(Service.class);
    private final Map<Service, Connection> snapshots = new EnumMap<>(Service.class);
    private final List<Reader> readers;
    private final List<Topic> topics;
    private final Duration pause;

    Cut(SuiteStores suite, Broker broker) {
        try {
            readers = broker.readers();
            for (var store : suite.stores()) {
                anchors.put(store.service(), anchors(store));
                snapshots.put(store.service(), connect(store));
            }
            var start = System.nanoTime();
            topics = freeze(broker);
            pause = Duration.ofNanos(System.nanoTime() - start);
        } catch (SQLException | IOException failed) {
            close();
            throw new LocalProblem("The suite cannot be read: " + failed.getMessage(), failed);
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private List<Topic> freeze(Broker broker) throws SQLException {
        var pauses = new ArrayDeque<RelayPause>();
        try {
            for (var connection : snapshots.values()) {
                pauses.push(RelayPause.begin(connection));
            }
            for (var connection : snapshots.values()) {
                freeze(connection);
            }
            return broker.topics();
        } finally {
            for (var each : pauses) {
                each.close();
            }
        }
    }

    /** The first query of such a transaction decides what all others see. */
    static void freeze(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (var statement = connection.createStatement()) {
            statement.execute("select 1");
        }
    }

    private static Connection connect(Store store) throws SQLException {
        return DriverManager.getConnection(store.jdbcUrl(), store.service().id(), store.password());
    }

    /** The whole lines of all files: a last one may be about to be written. */
    private static byte[] anchors(Store store) throws IOException {
        var lines = new ByteArrayOutputStream();
        for (var file : store.anchors()) {
            var text = Files.readString(file);
            lines.writeBytes(text.substring(0, text.lastIndexOf('\n') + 1).getBytes(UTF_8));
        }
        return lines.toByteArray();
    }

    byte[] anchor(Service service) {
        return Objects.requireNonNull(anchors.get(service));
    }

    Connection snapshot(Service service) {
        return Objects.requireNonNull(snapshots.get(service));
    }

    List<Reader> readers() {
        return readers;
    }

    List<Topic> topics() {
        return topics;
    }

    /** How long events were kept back. */
    Duration pause() {
        return pause;
    }

    @Override
    public void close() {
        for (var connection : snapshots.values()) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // It was only read from.
            }
        }
    }
}
