package id.berdikari.beneficiary.area;

import id.berdikari.area.AreaData;
import id.berdikari.area.Level;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.EnumSet;
import javax.sql.DataSource;

/** Brings the areas up to this build's release before the first request is answered. */
@ApplicationScoped
class AreaLoader {

    private final DataSource database;

    AreaLoader(DataSource database) {
        this.database = database;
    }

    @Transactional
    void load(@Observes StartupEvent start) throws SQLException {
        try (var connection = database.getConnection()) {
            var loaded = AreaData.load(connection, EnumSet.allOf(Level.class));
            if (loaded.added() + loaded.changed() + loaded.closed() > 0) {
                Log.infof(
                        "Areas %s: %d added, %d changed, %d closed",
                        AreaData.version(), loaded.added(), loaded.changed(), loaded.closed());
            }
        }
    }
}
