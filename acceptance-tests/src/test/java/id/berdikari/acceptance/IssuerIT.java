package id.berdikari.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import id.berdikari.local.Launch;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.TokenMint;
import id.berdikari.local.test.TestDatabase;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service that takes its tokens from an issuer, as in Docker, instead of a local key. */
class IssuerIT {
    private static final Patience ONE_MINUTE = new Patience(Duration.ofSeconds(60));

    @TempDir
    private Path folder = Path.of("");

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void noServiceStartsWithNeitherIssuerNorKey() throws Exception {
        var service = start(freePort(), Map.of());

        assertTrue(service.waitFor(60, TimeUnit.SECONDS), "it ends by itself");
        assertNotEquals(0, service.exitValue());
        var log = Files.readString(folder.resolve("log"));
        assertTrue(log.contains("auth-server-url"), log);
    }

    @Test
    void issuerMayComeLaterAndItsTokensAreCheckedInFull() throws Exception {
        var port = freePort();
        var issuerPort = freePort();
        var issuer = "http://127.0.0.1:" + issuerPort;
        var keys = rsa();
        var mint = new TokenMint(keys.getPrivate(), Clock.systemUTC());
        var service = start(
                port,
                Map.of("QUARKUS_OIDC_AUTH_SERVER_URL", issuer, "QUARKUS_OIDC_TOKEN_ISSUER", "https://known.example"));
        try {
            ONE_MINUTE.until(
                    "the service is ready without its issuer",
                    () -> Optional.of(status(port, "/q/health/ready", "")).filter(status -> status == 200));
            var good = mint.token("admin").issuer("https://known.example").sign();
            assertNotEquals(200, parkedEvents(port, good));

            var running = serve(issuerPort, issuer, (RSAPublicKey) keys.getPublic());
            try {
                ONE_MINUTE.until(
                        "the token is accepted once the issuer is there",
                        () -> Optional.of(parkedEvents(port, good)).filter(status -> status == 200));
            } finally {
                running.stop(0);
            }

            assertEquals(200, parkedEvents(port, good), "and stays so when the issuer is away again");
            assertEquals(
                    401, parkedEvents(port, mint.token("admin").issuer(issuer).sign()), "another issuer");
            var elsewhere = mint.token("admin").issuer("https://known.example").audience("elsewhere");
            assertEquals(401, parkedEvents(port, elsewhere.sign()), "another audience");
            var forged = new TokenMint(rsa().getPrivate(), Clock.systemUTC());
            assertEquals(
                    401,
                    parkedEvents(
                            port,
                            forged.token("admin")
                                    .issuer("https://known.example")
                                    .sign()),
                    "another key");
            var auditor = mint.token("auditor").issuer("https://known.example").sign();
            assertEquals(403, parkedEvents(port, auditor), "another role");
        } finally {
            service.destroyForcibly().onExit().join();
        }
    }

    private Process start(int port, Map<String, String> tokens) throws Exception {
        var audit = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var settings = new HashMap<>(Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_DATASOURCE_JDBC_URL", TestDatabase.fresh(),
                "QUARKUS_DATASOURCE_USERNAME", TestDatabase.USER,
                "QUARKUS_DATASOURCE_PASSWORD", TestDatabase.PASSWORD,
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + freePort(),
                "BERDIKARI_SECRET", base64(new byte[32]),
                "BERDIKARI_AUDIT_PRIVATE_KEY", base64(audit.getPrivate().getEncoded()),
                "BERDIKARI_AUDIT_PUBLIC_KEY", base64(audit.getPublic().getEncoded()),
                "BERDIKARI_AUDIT_ANCHOR", folder.resolve("anchor").toString()));
        settings.putAll(tokens);
        var jar = ProjectRoot.built("monitoring-service/target/quarkus-app/quarkus-run.jar");
        var builder = new ProcessBuilder(Launch.java(), "-Xmx256m", "-XX:+UseSerialGC", "-jar", jar.toString())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.to(folder.resolve("log").toFile()));
        builder.environment().putAll(settings);
        return builder.start();
    }

    private int parkedEvents(int port, String token) {
        return status(port, "/api/v1/parked-events", token);
    }

    /** The status of the answer, or 0 if nobody listens yet. */
    private int status(int port, String path, String token) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException away) {
            return 0;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static HttpServer serve(int port, String issuer, RSAPublicKey key) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        answer(server, "/.well-known/openid-configuration", """
                {"issuer":"%s","jwks_uri":"%s/keys"}""".formatted(issuer, issuer));
        answer(server, "/keys", """
                {"keys":[{"kty":"RSA","alg":"RS256","use":"sig","n":"%s","e":"%s"}]}""".formatted(number(key.getModulus()), number(key.getPublicExponent())));
        server.start();
        return server;
    }

    private static void answer(HttpServer server, String path, String json) {
        server.createContext(path, exchange -> {
            var body = json.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, body.length);
            try (var out = exchange.getResponseBody()) {
                out.write(body);
            }
        });
    }

    /** Big-endian without a sign byte, as RFC 7518 wants it. */
    private static String number(BigInteger value) {
        var bytes = value.toByteArray();
        var start = bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    private static KeyPair rsa() throws Exception {
        return KeyPairGenerator.getInstance("RSA").generateKeyPair();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
