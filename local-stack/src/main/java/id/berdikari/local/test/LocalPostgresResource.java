package id.berdikari.local.test;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;

/**
 * Gives a Quarkus test a fresh database on a PostgreSQL shared by the test JVM, and the keys and secrets that a service
 * cannot start without. Tokens that match come from {@link TestTokens}.
 */
public final class LocalPostgresResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        var audit = TestKeys.oncePerJvm("Ed25519", 255);
        return Map.of(
                "quarkus.datasource.jdbc.url", TestDatabase.fresh(),
                "quarkus.datasource.username", TestDatabase.USER,
                "quarkus.datasource.password", TestDatabase.PASSWORD,
                "quarkus.oidc.public-key", TestTokens.publicKey(),
                "berdikari.secret", secret(),
                "berdikari.audit.private-key", audit.privateBase64(),
                "berdikari.audit.public-key", audit.publicBase64(),
                "berdikari.audit.anchor", anchor(),
                "berdikari.midtrans.server-key", "SB-Mid-server-for-tests");
    }

    /** The server and the keys are shared and end with the JVM; a database more does no harm until then. */
    @Override
    public void stop() {}

    private static String secret() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String anchor() {
        try {
            var folder = Files.createTempDirectory("berdikari-audit-").toFile();
            var file = new File(folder, "test.anchor");
            folder.deleteOnExit();
            file.deleteOnExit();
            return file.getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
