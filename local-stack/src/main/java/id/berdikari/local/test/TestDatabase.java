package id.berdikari.local.test;

import id.berdikari.local.LocalPostgres;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;

/** Empty databases on a PostgreSQL that the test JVM shares, for tests with and without Quarkus. */
public final class TestDatabase {
    public static final String USER = "postgres";
    public static final String PASSWORD = "postgres";

    private static final SecureRandom RANDOM = new SecureRandom();

    private TestDatabase() {}

    /** Makes one and answers its JDBC address. */
    public static String fresh() {
        var server = OncePerJvm.value(
                "berdikari.test.postgres", () -> LocalPostgres.throwaway().jdbcUrl("postgres"));
        var suffix = new byte[6];
        RANDOM.nextBytes(suffix);
        var name = "test_" + HexFormat.of().formatHex(suffix);
        try (var connection = DriverManager.getConnection(server, USER, PASSWORD);
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return server.substring(0, server.lastIndexOf('/') + 1) + name;
    }
}
