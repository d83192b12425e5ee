package id.berdikari.beneficiary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Reads what stands in the outbox: in these tests no relay takes it away. */
@ApplicationScoped
public class OutboxRows {

    public record Row(String type, JsonNode payload) {}

    private final DataSource database;
    private final ObjectMapper json;

    OutboxRows(DataSource database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    public List<Row> of(String caseId) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select headers ->> 'ce_type', payload from outbox where key = ? order by id")) {
            select.setString(1, caseId);
            var rows = new ArrayList<Row>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(row.getString(1), json.readTree(row.getBytes(2))));
                }
            }
            return rows;
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public List<String> typesOf(String caseId) {
        return of(caseId).stream().map(Row::type).toList();
    }

    /** Everything of all cases as one text. */
    public String everything() {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select string_agg(headers::text || convert_from(payload, 'UTF8'), e'\\n') from outbox");
                var row = select.executeQuery()) {
            row.next();
            return row.getString(1);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
