package id.berdikari.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsDataOverAStopAndAPowerCutAndKeepsServicesApart() throws Exception {
        var port = freePort();
        try (var postgres = start(port)) {
            postgres.createDatabase("beneficiary", "one");
            postgres.createDatabase("program", "two");
            try (var connection = connect(port, "beneficiary", "beneficiary", "one")) {
                connection.createStatement().execute("create table kept (id int); insert into kept values (1)");
            }
        }

        var killed = start(port);
        try (var connection = connect(port, "beneficiary", "beneficiary", "one")) {
            connection.createStatement().execute("insert into kept values (2)");
        }
        killed.kill();

        try (var postgres = start(port)) {
            postgres.createDatabase("beneficiary", "one");
            try (var connection = connect(port, "beneficiary", "beneficiary", "one")) {
                assertEquals("2", answer(connection, "select count(*) from kept"));
                assertEquals("on", answer(connection, "show fsync"));
                assertEquals("on", answer(connection, "show synchronous_commit"));
            }
            assertThrows(SQLException.class, () -> connect(port, "beneficiary", "program", "two"));
            assertThrows(SQLException.class, () -> connect(port, "beneficiary", "beneficiary", "wrong"));
            assertThrows(SQLException.class, () -> connect(port, "postgres", "postgres", ""));
        }
    }

    private LocalPostgres start(int port) {
        return LocalPostgres.durable(folder.resolve("data"), port, "secret", folder.resolve("log"));
    }

    private static Connection connect(int port, String database, String user, String password) throws SQLException {
        return DriverManager.getConnection(LocalPostgres.jdbcUrl(port, database), user, password);
    }

    private static String answer(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static int freePort() throws Exception {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
