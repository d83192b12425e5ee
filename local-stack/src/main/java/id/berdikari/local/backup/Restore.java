package id.berdikari.local.backup;

import com.fasterxml.jackson.core.type.TypeReference;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.Service;
import id.berdikari.local.SuiteStores;
import id.berdikari.local.SuiteStores.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Makes a suite of a backup, in empty databases and on an empty broker, while no service runs. */
public final class Restore {
    private static final List<String> TRACES_OF_USE = List.of("audit_entry", "inbox", "outbox", "parked_event");

    private final SuiteStores suite;
    private final Consumer<String> progress;

    /**
     * @param suite where to put it
     * @param progress hears one line a step
     */
    public Restore(SuiteStores suite, Consumer<String> progress) {
        this.suite = suite;
        this.progress = progress;
    }

    /** Refuses a file that is damaged, cut off, made with other secrets or no backup; reads it to its end. */
    public static void verify(Path source, SuiteStores suite) {
        try {
            new BackupFile(source, suite).verify();
        } catch (IOException failed) {
            throw new LocalProblem(source + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /** Restores all of it, or nothing. */
    public void from(Path source) {
        var file = new BackupFile(source, suite);
        try (var broker = new Broker(suite)) {
            file.verify();
            progress.accept("  %-15s whole and genuine".formatted("the file"));
            file.read(archive -> {
                require(archive, Backup.MANIFEST);
                var manifest = Backup.JSON.readValue(archive.readAllBytes(), Manifest.class);
                progress.accept("  %-15s %s".formatted("taken at", manifest.takenAt()));
                requireUnused(broker);
                migrate(manifest);
                try {
                    load(manifest, archive, broker);
                } catch (IOException | RuntimeException failed) {
                    broker.remove();
                    throw failed;
                }
            });
        } catch (IOException failed) {
            throw new LocalProblem("The backup cannot be restored: " + failed.getMessage(), failed);
        }
    }

    private void requireUnused(Broker broker) throws IOException {
        broker.requireUnused();
        for (var store : suite.stores()) {
            if (!store.anchors().isEmpty()) {
                throw new LocalProblem(
                        store.anchors().getFirst() + " holds anchors of another audit log. Keep it elsewhere:"
                                + " it proves what that log held. Nothing was changed.");
            }
            try (var connection = connect(store)) {
                requireUnused(store, new Tables(connection));
            } catch (SQLException failed) {
                throw new LocalProblem(
                        "The database of the %s service cannot be reached: %s"
                                .formatted(store.service().id(), failed.getMessage()),
                        failed);
            }
        }
    }

    private static void requireUnused(Store store, Tables tables) throws SQLException {
        for (var table : TRACES_OF_USE) {
            if (tables.exists(table) && tables.hasRows(table)) {
                throw new LocalProblem(
                        ("The database of the %s service is not empty: %s has rows. A backup is restored into"
                                        + " an empty suite only; nothing was changed.")
                                .formatted(store.service().id(), table));
            }
        }
    }

    private void migrate(Manifest manifest) throws IOException {
        for (var store : suite.stores()) {
            try (var schemas = new Schemas(store)) {
                schemas.require(manifest.database(store.service()));
            }
        }
        for (var store : suite.stores()) {
            try (var schemas = new Schemas(store)) {
                schemas.migrate(manifest.database(store.service()));
            }
        }
        progress.accept("  %-15s as they were".formatted("the schemas"));
    }

    /** The databases are committed last, when the topics and anchors are there. */
    private void load(Manifest manifest, ZipInputStream archive, Broker broker) throws IOException {
        var connections = new EnumMap<Service, Connection>(Service.class);
        try {
            for (var store : suite.stores()) {
                var connection = connect(store);
                connections.put(store.service(), connection);
                connection.setAutoCommit(false);
            }
            var counts = new TreeMap<String, Long>();
            var parked = new HashMap<Service, ParkedOffsets>();
            var moves = new Moves();
            manifest.readers().forEach(reader -> moves.ask(reader.topic(), reader.partition(), reader.offset()));
            for (var store : suite.stores()) {
                var connection = Objects.requireNonNull(connections.get(store.service()));
                loadTables(manifest, store.service(), new Tables(connection), archive, counts);
                var offsets = new ParkedOffsets(connection);
                offsets.ask(moves);
                parked.put(store.service(), offsets);
            }
            loadTopics(manifest, broker, archive, moves, counts);
            for (var offsets : parked.values()) {
                offsets.move(moves);
            }
            loadAnchors(archive);
            requireCounts(archive, counts);
            for (var connection : connections.values()) {
                note(manifest, new Tables(connection));
                connection.commit();
            }
        } catch (SQLException failed) {
            throw new LocalProblem("The databases cannot be restored: " + failed.getMessage(), failed);
        } finally {
            for (var connection : connections.values()) {
                close(connection);
            }
        }
    }

    private void loadTables(
            Manifest manifest, Service service, Tables tables, ZipInputStream archive, Map<String, Long> counts)
            throws IOException, SQLException {
        var database = manifest.database(service);
        tables.fire(database.tables(), false);
        tables.empty(database.tables());
        var rows = 0L;
        for (var table : database.tables()) {
            var name = Manifest.entry(service, table);
            require(archive, name);
            var read = tables.read(table, archive);
            counts.put(name, read);
            rows += read;
        }
        tables.fire(database.tables(), true);
        tables.continueSequences(database.sequences());
        progress.accept("  %-15s %,d rows of %d tables"
                .formatted(service.id(), rows, database.tables().size()));
    }

    private void loadTopics(
            Manifest manifest, Broker broker, ZipInputStream archive, Moves moves, Map<String, Long> counts)
            throws IOException {
        var records = 0L;
        for (var topic : manifest.topics()) {
            var name = Manifest.entry(topic);
            require(archive, name);
            var read = broker.read(topic, archive, moves);
            counts.put(name, read);
            records += read;
        }
        broker.place(manifest.readers(), moves);
        progress.accept("  %-15s %,d records of %d topics"
                .formatted("events", records, manifest.topics().size()));
    }

    private void loadAnchors(ZipInputStream archive) throws IOException {
        for (var store : suite.stores()) {
            require(archive, Manifest.anchor(store.service()));
            var bytes = archive.readAllBytes();
            if (bytes.length > 0) {
                Files.createDirectories(Objects.requireNonNull(store.anchor().getParent()));
                Files.write(store.anchor(), bytes);
            }
        }
    }

    private static void requireCounts(ZipInputStream archive, Map<String, Long> counts) throws IOException {
        require(archive, Backup.COUNTS);
        var wanted = Backup.JSON.readValue(archive.readAllBytes(), new TypeReference<TreeMap<String, Long>>() {});
        if (!wanted.equals(counts)) {
            throw new LocalProblem(
                    "What was restored is not what was taken: %s instead of %s".formatted(counts, wanted));
        }
    }

    /** The audit log goes on, and says that it was interrupted. */
    private static void note(Manifest manifest, Tables tables) throws SQLException {
        tables.execute("""
                insert into audit_entry (at, actor, action, object_type, object_id, reason)
                values (current_timestamp, 'system', 'restore-backup', 'backup', '%s', 'taken at %s')""".formatted(manifest.id(), manifest.takenAt()));
    }

    private static void require(ZipInputStream archive, String name) throws IOException {
        ZipEntry entry = archive.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new IOException(name + " is missing");
        }
    }

    private static Connection connect(Store store) throws SQLException {
        return DriverManager.getConnection(store.jdbcUrl(), store.service().id(), store.password());
    }

    private static void close(Connection connection) {
        try {
            connection.close();
        } catch (SQLException gone) {
            // What was not committed is gone with it.
        }
    }
}
