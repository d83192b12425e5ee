package id.berdikari.kit.statement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class OneStatementTest {

    @Inject
    DataSource database;

    @BeforeEach
    void aTillThatWasNeverOpened() throws SQLException {
        run("drop table if exists till, till_line");
        run("create table till (id int primary key, opened int not null)");
        run("create table till_line (id bigint generated always as identity primary key, word text not null)");
        run("insert into till values (1, 0)");
    }

    @Test
    void writesEverythingOnceTheConditionHolds() throws SQLException {
        var told = new ArrayList<String>();

        var statement = opening(0)
                .insert(
                        "into till_line (word) select line.* from (values (?::text), (?::text)) as line",
                        "three",
                        "four");
        var done = statement.afterwards(() -> told.add("done")).execute(database);

        assertTrue(done);
        assertEquals(4, count("till_line"));
        assertEquals(List.of("done"), told);
    }

    @Test
    void writesNothingWhereTheConditionFails() throws SQLException {
        var told = new ArrayList<String>();

        var done = opening(7).afterwards(() -> told.add("done")).execute(database);

        assertFalse(done);
        assertEquals(0, count("till_line"));
        assertEquals(List.of(), told);
    }

    @Test
    void isAllOrNothingWithoutATransaction() throws SQLException {
        var broken = opening(0).insert("into till_line (word) select ?::text", (Object) null);

        assertThrows(IllegalStateException.class, () -> broken.execute(database));

        assertEquals(0, count("till_line"));
        assertEquals(1, count("till where opened = 0"));
    }

    @Test
    void goesWithTheTransactionThatItIsPartOf() throws SQLException {
        QuarkusTransaction.begin();
        assertTrue(opening(0).execute(database));
        QuarkusTransaction.rollback();

        assertEquals(0, count("till_line"));
    }

    @Test
    void oneOfManyAtTheSameTimeWins() throws Exception {
        Callable<Boolean> open = () -> opening(0).execute(database);
        var won = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(Collections.nCopies(8, open))) {
                won += answer.get() ? 1 : 0;
            }
        }

        assertEquals(1, won);
        assertEquals(2, count("till_line"));
    }

    private static OneStatement opening(int seen) {
        return OneStatement.provided("update till set opened = opened + 1 where id = ? and opened = ?", 1, seen)
                .insert("into till_line (word) select ?::text", "one")
                .insert("into till_line (word) select ?::text", "two");
    }

    private int count(String fromWhere) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("select count(*) from " + fromWhere)) {
            row.next();
            return row.getInt(1);
        }
    }

    private void run(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
