package id.berdikari.local.backup;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Keeps a service's events back for a moment by holding the lock that its relay takes for each batch. Requests go on, and
 * their events wait in the outbox.
 */
public final class RelayPause implements AutoCloseable {
    /** The number that the relay of every service locks in its own database. */
    private static final long LOCK = 0x6f7574626f78L;

    private final Connection connection;

    private RelayPause(Connection connection) {
        this.connection = connection;
    }

    /** Waits until the relay has finished its batch, and begins. */
    public static RelayPause begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '30s'");
            statement.execute("select pg_advisory_lock(" + LOCK + ")");
        }
        return new RelayPause(connection);
    }

    @Override
    public void close() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
    }
}
