package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** PostgreSQL with four empty databases and an empty Kafka in a data folder, without the services, for a restore. */
public final class LocalStores implements AutoCloseable {
    private static final List<String> FOLDERS = List.of("postgres", "kafka", "audit");

    private final Path data;
    private final LocalPostgres postgres;
    private final LocalKafka kafka;

    private LocalStores(Path data, LocalPostgres postgres, LocalKafka kafka) {
        this.data = data;
        this.postgres = postgres;
        this.kafka = kafka;
    }

    /** Refuses a folder that holds data already. It must hold the keys of the suite that the backup was taken from. */
    public static void requireEmpty(Path data) {
        for (var folder : FOLDERS) {
            if (Files.exists(data.resolve(folder))) {
                throw new LocalProblem(data.resolve(folder)
                        + " is there already. A backup is restored into an empty data folder only; nothing was"
                        + " changed.");
            }
        }
    }

    /** Starts both, and waits until they are ready. */
    public static LocalStores start(Path data, int portBase) {
        requireEmpty(data);
        PortOwner.requireFree(portBase + LocalSuite.POSTGRES_OFFSET, "PostgreSQL");
        PortOwner.requireFree(portBase + LocalSuite.KAFKA_OFFSET, "Kafka");
        PortOwner.requireFree(portBase + LocalSuite.CONTROLLER_OFFSET, "Kafka's controller");
        try {
            Files.createDirectories(data.resolve("logs"));
            Files.createDirectories(data.resolve("audit"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var kafka = LocalKafka.start(
                data.resolve("kafka"),
                portBase + LocalSuite.KAFKA_OFFSET,
                portBase + LocalSuite.CONTROLLER_OFFSET,
                data.resolve("logs/kafka.log"));
        var keys = LocalKeys.existing(data);
        var postgres = LocalPostgres.durable(
                data.resolve("postgres"),
                portBase + LocalSuite.POSTGRES_OFFSET,
                keys.postgresPassword(),
                data.resolve("logs/postgres.log"));
        for (var service : Service.values()) {
            postgres.createDatabase(service.id(), keys.password(service));
        }
        kafka.awaitReady();
        return new LocalStores(data, postgres, kafka);
    }

    /** Stops both and leaves the folder as it was found. */
    public void discard() {
        close();
        FOLDERS.forEach(folder -> delete(data.resolve(folder)));
    }

    private static void delete(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
