package id.berdikari.fundraising.permit;

import id.berdikari.area.AreaData;
import id.berdikari.area.Level;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import javax.sql.DataSource;

/** The areas that a permit can name; loaded when the service starts, down to the districts that people are known by. */
@ApplicationScoped
class PermitAreas {

    private final DataSource database;

    PermitAreas(DataSource database) {
        this.database = database;
    }

    void load(@Observes StartupEvent event) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            AreaData.load(connection, EnumSet.of(Level.PROVINCE, Level.REGENCY, Level.DISTRICT));
            connection.commit();
        }
    }

    /** Those of the codes that name no area of today. */
    List<String> unknown(Collection<String> codes) {
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement("""
                        select asked.code from unnest(?) as asked (code)
                        where not exists (select from area where area.code = asked.code and area.valid_to is null)
                        """)) {
            statement.setArray(1, connection.createArrayOf("text", codes.toArray()));
            try (var rows = statement.executeQuery()) {
                var unknown = new java.util.ArrayList<String>();
                while (rows.next()) {
                    unknown.add(rows.getString(1));
                }
                return unknown;
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
