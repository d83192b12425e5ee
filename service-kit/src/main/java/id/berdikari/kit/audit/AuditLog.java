package id.berdikari.kit.audit;

import id.berdikari.kit.security.Caller;
import id.berdikari.kit.statement.OneStatement;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
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
        var statement = OneStatement.always();
        record(statement, action, objectType, objectId, reason);
        statement.execute(database);
    }

    /**
     * Records a change within the statement that makes it.
     *
     * @param statement what writes the change
     * @param action what was done, such as {@code decide-nomination}
     * @param objectType the kind of object, such as {@code nomination}
     * @param objectId which one
     * @param reason why, as the caller gave it; null where none was asked
     */
    public void record(
            OneStatement statement, String action, String objectType, Object objectId, @Nullable String reason) {
        statement.insert(
                "into audit_entry (at, actor, action, object_type, object_id, reason) select ?::timestamptz, ?::text, ?::text, ?::text, ?::text, ?::text",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor(),
                action,
                objectType,
                objectId.toString(),
                reason);
    }

    /**
     * Records the same change of many objects.
     *
     * @param action what was done, such as {@code register-person}
     * @param objectType the kind of objects, such as {@code person}
     * @param objectIds which ones; an entry for each, in this order
     */
    @Transactional
    public void recordAll(String action, String objectType, Collection<?> objectIds) {
        var statement = OneStatement.always();
        statement.insert(
                "into audit_entry (at, actor, action, object_type, object_id)"
                        + " select ?::timestamptz, ?::text, ?::text, ?::text, object_id"
                        + " from unnest(?::text[]) with ordinality as changed (object_id, place)",
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                actor(),
                action,
                objectType,
                objectIds.stream().map(Object::toString).toArray(String[]::new));
        statement.execute(database);
    }

    /** Timers and consumers have a request context too, but no request. */
    private String actor() {
        var isSomebodys =
                Arc.container().requestContext().isActive() && (request.getCurrent() != null || caller.isAbsent());
        return isSomebodys ? caller.subject() : "system";
    }
}
