package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A Kafka broker in a process and on a class path of its own, ended with this JVM. */
public final class LocalKafka implements AutoCloseable {
    static final String READY_FILE = "broker.ready";

    private static final String FORGET = "sleep 2; kill -KILL \"$2\"; sleep 0.2; rm -rf \"$1\"";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process broker;
    private final Path folder;
    private final Path log;
    private final int port;

    private LocalKafka(Process broker, Path folder, Path log, int port) {
        this.broker = broker;
        this.folder = folder;
        this.log = log;
        this.port = port;
    }

    /** Begins to start a broker and returns at once; {@link #awaitReady} waits for it. */
    public static LocalKafka start(Path folder, int port, int controllerPort, Path log) {
        return start(folder, port, controllerPort, log, List.of());
    }

    /** The same with more listeners, each as {@code NAME:PORT:ADVERTISED}. */
    static LocalKafka start(Path folder, int port, int controllerPort, Path log, List<String> listeners) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(READY_FILE));
            var classPath = ProjectRoot.built("local-stack/target/classes")
                    + java.io.File.pathSeparator
                    + ProjectRoot.built("local-stack/target/broker-lib")
                    + "/*";
            var command = new ArrayList<>(List.of(
                    Launch.java(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dlog4j2.level=WARN",
                    "-cp",
                    classPath,
                    "id.berdikari.local.KafkaBroker",
                    folder.toString(),
                    Integer.toString(port),
                    Integer.toString(controllerPort)));
            command.addAll(listeners);
            var broker = Launch.apart(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.appendTo(log.toFile()))
                    .start();
            return new LocalKafka(broker, folder, log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts a broker on free ports in a temporary folder that is removed when this JVM ends. */
    public static LocalKafka throwaway() {
        try {
            var folder = Files.createTempDirectory("berdikari-kafka-");
            var kafka = start(folder, freePort(), freePort(), folder.resolve("broker.log"));
            LastWill.write(FORGET, folder.toString(), Long.toString(kafka.broker.pid()));
            kafka.awaitReady();
            return kafka;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public void awaitReady() {
        Launch.await(PATIENCE, broker, log, "Kafka", () -> Files.exists(folder.resolve(READY_FILE)));
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    long pid() {
        return broker.pid();
    }

    public boolean isAlive() {
        return broker.isAlive();
    }

    /** Ends the broker as a power cut would. */
    public void kill() {
        broker.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        try {
            broker.getOutputStream().close();
            if (!broker.waitFor(20, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (IOException e) {
            kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
