package id.berdikari.kit.audit;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads audit entries from rows whose first columns are id, at, actor, action, object_type, object_id, reason. */
final class AuditEntries {

    private AuditEntries() {}

    static List<AuditChain.Entry> read(Connection connection, String sql, long... values) throws SQLException {
        var entries = new ArrayList<AuditChain.Entry>();
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setLong(i + 1, values[i]);
            }
            try (var row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    static AuditChain.Entry entry(ResultSet row) throws SQLException {
        return new AuditChain.Entry(
                row.getLong(1),
                row.getTimestamp(2).toInstant(),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
