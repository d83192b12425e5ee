package id.berdikari.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The rows that wait, within the caller's transaction. */
@ApplicationScoped
class OutboxRows {

    private static final long LOCK = 0x6f7574626f78L;
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private final ObjectReader headers;

    OutboxRows(ObjectMapper json) {
        this.headers = json.readerFor(HEADERS);
    }

    /** Takes the right to relay until the transaction ends, unless another replica has it. */
    boolean lock(Connection connection) throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_xact_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        }
    }

    /**
     * Reads and deletes the next rows in one pass; nobody sees that they are gone before the transaction commits. Nobody
     * changes a row, and only who holds the lock deletes one, so its place on disk stands for it.
     *
     * @param after the id of the last row taken in this transaction, or 0
     * @return in their order; empty if nothing waits
     */
    List<OutboxRow> take(Connection connection, long after, int most) throws SQLException, JsonProcessingException {
        try (var statement = connection.prepareStatement("""
                delete from outbox
                where ctid = any(array(select ctid from outbox where id > ? order by id limit ?))
                returning id, topic, key, headers, payload""")) {
            statement.setLong(1, after);
            statement.setInt(2, most);
            var rows = new ArrayList<OutboxRow>();
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    rows.add(new OutboxRow(
                            row.getLong(1),
                            row.getString(2),
                            row.getString(3),
                            headers.readValue(row.getString(4)),
                            row.getBytes(5)));
                }
            }
            rows.sort(Comparator.comparingLong(OutboxRow::id));
            return rows;
        }
    }
}
