package id.berdikari.kit.audit;

import id.berdikari.kit.security.Caller;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Appends who did what, when and why, in the transaction of the change, so that neither stands without the other. Entries
 * are never changed; a sealer chains them later, so no writer waits for another.
 */
@ApplicationScoped
public class AuditLog {

    private final DataSource database;
    private final Clock clock;
    private final Caller caller;
    private final CurrentVertxRequest request;

    AuditLog(DataSource database, Clock clock, Caller caller, CurrentVertxRequest request) {
        this.database = database;
        this.clock = clock;
        this.caller = caller;
        this.request = request;
    }

    /**
     * Records a change or a sensitive read by the current caller, or by {@code system} outside a request.
     *
     * @param action what was done, such as {@code decide-nomination}
     * @param objectType the kind of object, such as {@code nomination}
     * @param objectId which one
     * @param reason why, as the caller gave it; null where none was asked
     */
    @Transactional
    public void record(String action, String objectType, Object objectId, @Nullable String reason) {
        try (var connection = database.getConnection();
                var insert = connection.prepareStatement("""
                insert into audit_entry (at, actor, action, object_type, object_id, reason)
                values (?, ?, ?, ?, ?, ?)""")) {
            insert.setTimestamp(1, Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MICROS)));
            insert.setString(2, actor());
            insert.setString(3, action);
            insert.setString(4, objectType);
            insert.setString(5, objectId.toString());
            insert.setString(6, reason);
            insert.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Timers and consumers have a request context too, but no request. */
    private String actor() {
        var inRequest = Arc.container().requestContext().isActive() && request.getCurrent() != null;
        return inRequest ? caller.subject() : "system";
    }
}
