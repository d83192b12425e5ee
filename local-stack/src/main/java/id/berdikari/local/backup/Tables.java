package id.berdikari.local.backup;

import id.berdikari.local.backup.Manifest.Table;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/** The rows of one database, by PostgreSQL's own COPY, as the role that owns them. */
final class Tables {
    private final Connection connection;

    Tables(Connection connection) {
        this.connection = connection;
    }

    /** All tables but the schema histories; a table comes after those that its foreign keys point to. */
    List<Table> list() throws SQLException {
        var columns = new TreeMap<String, List<String>>();
        query(
                """
                select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = current_schema()::regnamespace and c.relkind = 'r'
                  and c.relname not like '%schema_history'
                  and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                order by c.relname, a.attnum""",
                (table, column) -> columns.computeIfAbsent(table, each -> new ArrayList<>())
                        .add(column));
        return inOrder(columns.keySet(), foreignKeys()).stream()
                .map(name -> new Table(name, columns.getOrDefault(name, List.of())))
                .toList();
    }

    private Map<String, Set<String>> foreignKeys() throws SQLException {
        var targets = new TreeMap<String, Set<String>>();
        query(
                """
                select source.relname, target.relname from pg_constraint key
                join pg_class source on source.oid = key.conrelid join pg_class target on target.oid = key.confrelid
                where key.contype = 'f' and source.relnamespace = current_schema()::regnamespace
                  and source.oid <> target.oid""",
                (source, target) ->
                        targets.computeIfAbsent(source, each -> new TreeSet<>()).add(target));
        return targets;
    }

    static List<String> inOrder(Set<String> tables, Map<String, Set<String>> needs) {
        var ordered = new LinkedHashSet<String>();
        while (ordered.size() < tables.size()) {
            var ready = tables.stream()
                    .filter(table -> !ordered.contains(table))
                    .filter(table -> ordered.containsAll(needs.getOrDefault(table, Set.of())))
                    .toList();
            if (ready.isEmpty()) {
                throw new IllegalStateException("Foreign keys lead in a circle among the tables besides " + ordered);
            }
            ordered.addAll(ready);
        }
        return List.copyOf(ordered);
    }

    /** The last number that each sequence gave; never less than what the rows of an older snapshot carry. */
    Map<String, Long> sequences() throws SQLException {
        var last = new TreeMap<String, Long>();
        query("""
                select sequencename, last_value::text from pg_sequences
                where schemaname = current_schema() and last_value is not null""", (name, value) -> last.put(name, Long.parseLong(value)));
        return last;
    }

    /** Writes a table's rows and answers how many. */
    long write(Table table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy (select %s from %s) to stdout".formatted(columns(table), quoted(table.name())), out);
    }

    /** Reads rows into an empty table and answers how many. */
    long read(Table table, InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s (%s) from stdin".formatted(quoted(table.name()), columns(table)), unclosable(in));
    }

    /**
     * Switches the tables' own triggers on or off. What they check was checked when the rows were first written; foreign
     * keys are checked all the same.
     */
    void fire(List<Table> tables, boolean on) throws SQLException {
        for (var table : tables) {
            execute("alter table %s %s trigger user".formatted(quoted(table.name()), on ? "enable" : "disable"));
        }
    }

    /** Removes what migrations and first starts have put into the tables. */
    void empty(List<Table> tables) throws SQLException {
        for (var table : tables.reversed()) {
            execute("delete from " + quoted(table.name()));
        }
    }

    boolean hasRows(String table) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select exists (select from " + quoted(table) + ")")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    boolean exists(String table) throws SQLException {
        return list().stream().anyMatch(each -> each.name().equals(table));
    }

    void continueSequences(Map<String, Long> last) throws SQLException {
        try (var statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var sequence : last.entrySet()) {
                statement.setString(1, quoted(sequence.getKey()));
                statement.setLong(2, sequence.getValue());
                statement.execute();
            }
        }
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private interface Pair {
        void take(String first, String second);
    }

    private void query(String sql, Pair pair) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            while (row.next()) {
                pair.take(row.getString(1), row.getString(2));
            }
        }
    }

    private static String columns(Table table) {
        return table.columns().stream().map(Tables::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** COPY closes what it has read to the end, and the archive goes on. */
    private static InputStream unclosable(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
