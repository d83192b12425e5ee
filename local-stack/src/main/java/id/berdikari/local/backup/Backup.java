package id.berdikari.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.local.LocalProblem;
import id.berdikari.local.SuiteStores;
import id.berdikari.local.backup.Manifest.Database;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.ZipOutputStream;

/** Takes a running suite into a file, while requests go on. */
public final class Backup {
    static final ObjectMapper JSON = new ObjectMapper();
    static final String MANIFEST = "manifest.json";
    static final String COUNTS = "counts.json";

    private final SuiteStores suite;
    private final Clock clock;
    private final Consumer<String> progress;

    /**
     * @param suite what to take
     * @param clock dates the backup
     * @param progress hears one line a step
     */
    public Backup(SuiteStores suite, Clock clock, Consumer<String> progress) {
        this.suite = suite;
        this.clock = clock;
        this.progress = progress;
    }

    /** Writes a new file, readable by its owner only. */
    public void take(Path target) {
        var file = new BackupFile(target, suite);
        try (var broker = new Broker(suite)) {
            file.write(archive -> {
                try (var cut = new Cut(suite, broker)) {
                    progress.accept("  the moment      taken; events waited %d ms, requests went on"
                            .formatted(cut.pause().toMillis()));
                    write(cut, broker, archive);
                } catch (SQLException failed) {
                    throw new LocalProblem("A database cannot be read: " + failed.getMessage(), failed);
                }
            });
            progress.accept("  %-15s %,d bytes, encrypted with the suite's secrets".formatted("the file", file.size()));
        } catch (IOException failed) {
            throw new LocalProblem("The backup cannot be written: " + failed.getMessage(), failed);
        }
    }

    private void write(Cut cut, Broker broker, ZipOutputStream archive) throws IOException, SQLException {
        var manifest = manifest(cut);
        BackupFile.entry(archive, MANIFEST, out -> out.write(JSON.writeValueAsBytes(manifest)));
        var counts = new TreeMap<String, Long>();
        for (var store : suite.stores()) {
            var service = store.service();
            var database = manifest.database(service);
            var tables = new Tables(cut.snapshot(service));
            var rows = 0L;
            for (var table : database.tables()) {
                var name = Manifest.entry(service, table);
                rows += counted(archive, name, counts, out -> tables.write(table, out));
            }
            progress.accept("  %-15s %,d rows of %d tables"
                    .formatted(service.id(), rows, database.tables().size()));
        }
        var records = 0L;
        for (var topic : manifest.topics()) {
            records += counted(archive, Manifest.entry(topic), counts, out -> broker.write(topic, out));
        }
        progress.accept("  %-15s %,d records of %d topics"
                .formatted("events", records, manifest.topics().size()));
        for (var store : suite.stores()) {
            BackupFile.entry(archive, Manifest.anchor(store.service()), out -> out.write(cut.anchor(store.service())));
        }
        BackupFile.entry(archive, COUNTS, out -> out.write(JSON.writeValueAsBytes(counts)));
    }

    private Manifest manifest(Cut cut) throws SQLException {
        var databases = new ArrayList<Database>();
        for (var store : suite.stores()) {
            var snapshot = cut.snapshot(store.service());
            var tables = new Tables(snapshot);
            databases.add(new Database(
                    store.service().id(),
                    Schemas.kitHistory(snapshot),
                    Schemas.history(snapshot),
                    tables.list(),
                    tables.sequences()));
        }
        return new Manifest(
                UUID.randomUUID().toString(), clock.instant().toString(), databases, cut.topics(), cut.readers());
    }

    private interface Writing {
        long to(OutputStream out) throws IOException, SQLException;
    }

    private static long counted(ZipOutputStream archive, String name, Map<String, Long> counts, Writing writing)
            throws IOException {
        BackupFile.entry(archive, name, out -> {
            try {
                counts.put(name, writing.to(out));
            } catch (SQLException failed) {
                throw new LocalProblem(name + " cannot be read: " + failed.getMessage(), failed);
            }
        });
        return counts.getOrDefault(name, 0L);
    }
}
