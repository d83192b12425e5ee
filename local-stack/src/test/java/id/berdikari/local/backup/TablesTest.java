package id.berdikari.local.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.local.test.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class TablesTest {
    private static final String SCHEMA = """
            create table a_delivery (id uuid primary key, program_id bigint not null, note text, weight numeric(12, 3));
            create table program (id bigint generated always as identity primary key, steps jsonb, makers text[] not null);
            alter table a_delivery add foreign key (program_id) references program;
            create table kind (code text primary key, label bytea, upper_code text generated always as (upper(code)) stored);
            insert into kind (code) values ('seed');
            create table flyway_schema_history (version text);
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'it stays'; end $$;
            create trigger stays before update or delete or truncate on a_delivery for each statement execute function refuse();
            create trigger stays before delete on kind for each statement execute function refuse();
            """;

    @Test
    void carriesEveryRowAndEveryNumberToAnEmptyDatabase() throws Exception {
        try (var from = database();
                var to = database()) {
            execute(from, """
                    insert into program (steps, makers) values ('{"a": "x\\\\n\\t"}', '{"one","t,wo"}'), (null, '{}');
                    delete from program where id = 2;
                    update kind set label = '\\x00ff0a5c';
                    insert into a_delivery values (gen_random_uuid(), 1, E'tab\\t line\\n \\\\ \\\\N é', 1.500)""");

            copy(new Tables(from), new Tables(to));

            for (var table : List.of("program", "a_delivery", "kind")) {
                assertEquals(rows(from, table), rows(to, table));
            }
            assertThrows(SQLException.class, () -> execute(to, "delete from a_delivery"), "triggers fire again");
            execute(to, "insert into program (makers) values ('{}')");
            assertEquals("3", value(to, "select max(id) from program"), "numbers that were given are not given again");
        }
    }

    @Test
    void seesOnlyWhatStoodInItsSnapshot() throws Exception {
        try (var frozen = database();
                var writer = DriverManager.getConnection(
                        frozen.getMetaData().getURL(), TestDatabase.USER, TestDatabase.PASSWORD)) {
            Cut.freeze(frozen);
            execute(writer, "insert into kind (code) values ('late')");

            assertEquals(1, new Tables(frozen).write(table(new Tables(frozen), "kind"), new ByteArrayOutputStream()));
        }
    }

    @Test
    void putsATableBehindThoseItPointsTo() {
        var tables = new TreeSet<>(Set.of("a", "b", "c"));

        assertEquals(List.of("c", "b", "a"), Tables.inOrder(tables, Map.of("a", Set.of("b"), "b", Set.of("c"))));
        assertThrows(
                IllegalStateException.class, () -> Tables.inOrder(tables, Map.of("a", Set.of("b"), "b", Set.of("a"))));
    }

    private static void copy(Tables from, Tables to) throws Exception {
        var content = new HashMap<String, byte[]>();
        for (var table : from.list()) {
            var out = new ByteArrayOutputStream();
            from.write(table, out);
            content.put(table.name(), out.toByteArray());
        }
        assertEquals(Set.of("program", "a_delivery", "kind"), content.keySet());
        to.fire(from.list(), false);
        to.empty(from.list());
        for (var table : from.list()) {
            to.read(table, new ByteArrayInputStream(content.get(table.name())));
        }
        to.fire(from.list(), true);
        to.continueSequences(from.sequences());
    }

    private static Manifest.Table table(Tables tables, String name) throws SQLException {
        return tables.list().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Connection database() throws SQLException {
        var connection = DriverManager.getConnection(TestDatabase.fresh(), TestDatabase.USER, TestDatabase.PASSWORD);
        execute(connection, SCHEMA);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String rows(Connection connection, String table) throws SQLException {
        return value(connection, "select jsonb_agg(to_jsonb(t) order by t::text)::text from " + table + " t");
    }

    private static String value(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return String.valueOf(row.getString(1));
        }
    }
}
