package id.berdikari.acceptance;

import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.StringJoiner;
import java.util.TreeSet;

/** Looks into the services' databases, past their links, which no client can. */
record Databases(LocalSuite suite) {

    /** Each row as one text, in order; equal rows count once. */
    TreeSet<String> rows(Service service, String sql) {
        var url = suite.jdbcUrl(service);
        try (var connection = DriverManager.getConnection(url, service.id(), suite.password(service));
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var columns = row.getMetaData().getColumnCount();
            var rows = new TreeSet<String>();
            while (row.next()) {
                var texts = new StringJoiner(" ");
                for (var column = 1; column <= columns; column++) {
                    texts.add(row.getString(column));
                }
                rows.add(texts.toString());
            }
            return rows;
        } catch (SQLException failed) {
            throw new StoryFailure("The " + service.id() + " database cannot be asked: " + failed.getMessage());
        }
    }

    long count(Service service, String sql) {
        return Long.parseLong(rows(service, sql).first());
    }
}
