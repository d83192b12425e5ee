package id.berdikari.kit.problem;

import jakarta.transaction.RollbackException;
import jakarta.transaction.SystemException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** Tells a database that is away, too slow or too busy from an error that would come again. */
public final class Outage {

    /** PostgreSQL's error classes: connection, transaction state and rollback, resources, not available, intervention, system. */
    private static final Set<String> HEALING_STATES = Set.of("08", "25", "40", "53", "55", "57", "58");

    private Outage() {}

    /**
     * Tells whether time heals it.
     *
     * @param failed what was thrown; its causes count as well
     * @return true if the same work can succeed later, unchanged
     */
    public static boolean isBehind(Throwable failed) {
        return Causes.of(failed).anyMatch(cause -> switch (cause) {
            case SQLTransientException _, TimeoutException _, SystemException _ -> true;
            case SQLException sql ->
                sql.getSQLState() == null
                        || HEALING_STATES.contains(sql.getSQLState().substring(0, 2));
            // The time-out of a transaction leaves no other trace than this, at its end.
            case RollbackException rolledBack -> rolledBack.getCause() == null;
            default -> false;
        });
    }
}
