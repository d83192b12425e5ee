package id.berdikari.kit.statement;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Writes to several tables in one statement of PostgreSQL: one round trip, all of it or nothing, even outside a
 * transaction. Everything hangs on its condition: an update that changes a row only if it still is as it was read. Where it
 * changes none, nothing else is written, and the caller reads again.
 *
 * <pre>{@code
 * var statement = OneStatement.provided("update gift set state = ?, version = version + 1 where id = ? and version = ?", ...);
 * statement.insert("into note (gift_id, text) select ?::uuid, ?::text", ...);
 * if (!statement.execute(database)) { ... }
 * }</pre>
 *
 * The inserts follow the condition's row, so identities that they draw (an outbox row's sequence) are drawn while that row is
 * locked. They do not see each other's rows.
 */
public final class OneStatement {

    private final StringBuilder sql;
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();
    private int inserts;

    private OneStatement(String condition, @Nullable Object... parameters) {
        this.sql = new StringBuilder("with given as (").append(condition).append(')');
        add(parameters);
    }

    /**
     * Begins a statement that writes in any case.
     *
     * @return the statement, empty yet
     */
    public static OneStatement always() {
        return new OneStatement("select");
    }

    /**
     * Begins a statement that writes only if an update changes its row.
     *
     * @param update changes one row or none
     * @param parameters for its question marks
     * @return the statement
     */
    public static OneStatement provided(String update, @Nullable Object... parameters) {
        return new OneStatement(update + " returning 1", parameters);
    }

    /**
     * Adds rows to a table.
     *
     * @param intoAndSelect {@code into table (columns) select values}, each value with its type, such as {@code ?::uuid}; what
     *     follows the values, if anything, is {@code from} and further rows
     * @param parameters for its question marks: text, UUIDs, numbers, booleans, bytes, instants, dates or null
     * @return this
     */
    public OneStatement insert(String intoAndSelect, @Nullable Object... parameters) {
        sql.append(", insert").append(++inserts).append(" as (insert ").append(intoAndSelect);
        sql.append(intoAndSelect.contains(" from ") ? ", given)" : " from given)");
        add(parameters);
        return this;
    }

    /**
     * Remembers what to do when all is written.
     *
     * @param action runs after the statement, which may be before the end of the caller's transaction
     * @return this
     */
    public OneStatement afterwards(Runnable action) {
        afterwards.add(action);
        return this;
    }

    /**
     * Executes it: in the caller's transaction, or as a transaction of its own where there is none.
     *
     * @param database the service's database
     * @return whether the condition held; if not, nothing was written
     */
    public boolean execute(DataSource database) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(sql + " select from given")) {
            for (var i = 0; i < parameters.size(); i++) {
                set(statement, i + 1, parameters.get(i));
            }
            try (var given = statement.executeQuery()) {
                if (!given.next()) {
                    return false;
                }
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        afterwards.forEach(Runnable::run);
        return true;
    }

    private void add(@Nullable Object... values) {
        for (var value : values) {
            parameters.add(value);
        }
    }

    private static void set(PreparedStatement statement, int index, @Nullable Object value) throws SQLException {
        switch (value) {
            case Instant moment -> statement.setObject(index, moment.atOffset(ZoneOffset.UTC));
            case null, default -> statement.setObject(index, value);
        }
    }
}
