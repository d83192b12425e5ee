package id.berdikari.local.test;

import id.berdikari.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/**
 * Gives a Quarkus test a fresh database on a PostgreSQL shared by the test JVM, and the keys and secrets that a service
 * cannot start without. Tokens that match come from {@link TestTokens}.
 */
public final class LocalPostgresResource implements QuarkusTestResourceLifecycleManager {
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Map<String, String> start() {
        var audit = TestKeys.oncePerJvm("Ed25519");
        return Map.of(
                "quarkus.datasource.jdbc.url", freshDatabase(),
                "quarkus.datasource.username", "postgres",
                "quarkus.datasource.password", "postgres",
                "quarkus.oidc.public-key", TestTokens.publicKey(),
                "berdikari.secret", Base64.getEncoder().encodeToString(random(32)),
                "berdikari.audit.private-key", audit.privateBase64(),
                "berdikari.audit.public-key", audit.publicBase64(),
                "berdikari.audit.anchor", anchor(),
                "berdikari.midtrans.server-key", "SB-Mid-server-for-tests");
    }

    /** The server and the keys are shared and end with the JVM; a database more does no harm until then. */
    @Override
    public void stop() {}

    /** The JDBC address of an empty database, for tests without Quarkus; user and password are {@code postgres}. */
    public static String freshDatabase() {
        var postgres = OncePerJvm.value(
                "berdikari.test.postgres", () -> LocalPostgres.throwaway().jdbcUrl("postgres"));
        var name = "test_" + HexFormat.of().formatHex(random(6));
        try (var connection = DriverManager.getConnection(postgres, "postgres", "postgres");
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return postgres.substring(0, postgres.lastIndexOf('/') + 1) + name;
    }

    private static String anchor() {
        try {
            var folder = Files.createTempDirectory("berdikari-audit-").toFile();
            var file = new java.io.File(folder, "test.anchor");
            folder.deleteOnExit();
            file.deleteOnExit();
            return file.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
