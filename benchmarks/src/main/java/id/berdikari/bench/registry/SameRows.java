package id.berdikari.bench.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/**
 * The rows that imports left behind, written once more by {@code COPY} into empty tables with the same columns, checks and
 * indexes, one table after the other.
 */
final class SameRows {

    /** All that an import of households writes and that stays. */
    static final List<String> TABLES = List.of(
            "household",
            "person",
            "membership",
            "likeness_key",
            "name_key",
            "suspected_duplicate",
            "register_source_key",
            "audit_entry",
            "audit_seal");

    /** What it took. */
    record Copied(long rows, double seconds) {}

    private final Connection database;
    private final Path folder;

    SameRows(Connection database, Path folder) {
        this.database = database;
        this.folder = folder;
    }

    Copied copy() throws SQLException, IOException {
        var seconds = 0.0;
        var rows = 0L;
        execute("create schema copied");
        for (var table : TABLES) {
            execute("create table copied.%s (like public.%s including all)".formatted(table, table));
            var file = folder.resolve(table + ".copy");
            try (var out = Files.newOutputStream(file)) {
                copies().copyOut("copy public." + table + " to stdout (format binary)", out);
            }
            var start = System.nanoTime();
            try (var in = Files.newInputStream(file)) {
                rows += copies().copyIn("copy copied." + table + " from stdin (format binary)", in);
            }
            seconds += (System.nanoTime() - start) / 1e9;
            Files.delete(file);
        }
        execute("drop schema copied cascade");
        return new Copied(rows, seconds);
    }

    private CopyManager copies() throws SQLException {
        return database.unwrap(PGConnection.class).getCopyAPI();
    }

    private void execute(String sql) throws SQLException {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
