package id.berdikari.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * One Kafka broker and controller, the main class of a process of its own. It uses classes that Kafka keeps to itself,
 * so it is the one file to look at when {@code kafka-broker.version} changes.
 */
final class KafkaBroker {
    private KafkaBroker() {}

    public static void main(String[] arguments) throws IOException {
        var folder = Path.of(arguments[0]);
        var port = Integer.parseInt(arguments[1]);
        var controllerPort = Integer.parseInt(arguments[2]);
        var settings = settings(folder, port, controllerPort);
        for (var behindLink : List.of(arguments).subList(3, arguments.length)) {
            addListener(settings, behindLink);
        }
        format(folder, settings);

        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        server.startup();
        Files.writeString(
                folder.resolve(LocalKafka.READY_FILE),
                Long.toString(ProcessHandle.current().pid()));
        waitForParentToEnd();
        System.exit(0);
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@127.0.0.1:" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "inter.broker.listener.name", "PLAINTEXT",
                "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort,
                "advertised.listeners", "PLAINTEXT://127.0.0.1:" + port,
                "listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "log.dirs", folder.resolve("log").toString()));
        // Topics keep everything, so that a service can rebuild its copies by replay.
        settings.putAll(Map.of(
                "num.partitions", "12",
                "log.retention.ms", "-1",
                "log.retention.bytes", "-1",
                // A group that nobody reads in keeps its place: starting over would handle again what inboxes have
                // forgotten.
                "offsets.retention.minutes", "2147483647",
                "log.cleaner.dedupe.buffer.size", "4194304"));
        // There is one broker.
        settings.putAll(Map.of(
                "default.replication.factor", "1",
                "min.insync.replicas", "1",
                "offsets.topic.replication.factor", "1",
                "offsets.topic.num.partitions", "4",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1"));
        // With these a restart takes four seconds instead of thirteen.
        settings.putAll(Map.of(
                "broker.session.timeout.ms", "2000",
                "broker.heartbeat.interval.ms", "500",
                "controlled.shutdown.enable", "true",
                "group.initial.rebalance.delay.ms", "0"));
        return settings;
    }

    /** A listener tells its clients an address of their own, NAME:PORT:ADVERTISED: the broker's end of a link and the clients'. */
    private static void addListener(Properties settings, String listener) {
        var parts = List.of(listener.split(":", -1));
        var name = parts.getFirst();
        append(settings, "listeners", name + "://127.0.0.1:" + parts.get(1));
        append(settings, "advertised.listeners", name + "://127.0.0.1:" + parts.get(2));
        append(settings, "listener.security.protocol.map", name + ":PLAINTEXT");
    }

    private static void append(Properties settings, String setting, String value) {
        settings.merge(setting, value, (before, added) -> before + "," + added);
    }

    private static void format(Path folder, Properties settings) throws IOException {
        if (Files.exists(folder.resolve("log/meta.properties"))) {
            return;
        }
        var file = folder.resolve("server.properties");
        Files.write(
                file,
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.toList()));
        var output = new PrintStream(System.out, true);
        var status = StorageTool.execute(
                new String[] {"format", "-t", Uuid.randomUuid().toString(), "-c", file.toString()}, output);
        if (status != 0) {
            throw new IOException("Kafka could not format " + folder);
        }
    }

    /** The parent holds the other end of our standard input and never writes to it. */
    private static void waitForParentToEnd() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }
}
