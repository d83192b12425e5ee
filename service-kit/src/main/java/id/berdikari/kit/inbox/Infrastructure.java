package id.berdikari.kit.inbox;

import id.berdikari.kit.event.UndecodableEvent;
import id.berdikari.kit.problem.Causes;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.ProblemException;
import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.SystemException;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.hibernate.StaleStateException;

/** Tells errors that time heals from errors of the event itself. */
final class Infrastructure {

    /** PostgreSQL's error classes: connection, transaction rollback, resources, intervention, system, lock not available. */
    private static final Set<String> HEALING_STATES = Set.of("08", "40", "53", "55", "57", "58", "25");

    private Infrastructure() {}

    static boolean isToBlame(Throwable failed) {
        return Causes.of(failed).noneMatch(Infrastructure::isRefusal)
                && Causes.of(failed).anyMatch(cause -> switch (cause) {
                    case SQLTransientException _, IOException _, TimeoutException _, SystemException _ -> true;
                    case OptimisticLockException _, StaleStateException _ -> true;
                    case SQLException sql ->
                        sql.getSQLState() == null
                                || HEALING_STATES.contains(sql.getSQLState().substring(0, 2));
                    default -> false;
                });
    }

    /** What may be written down of a failure: which kind it is, without the data in its message. */
    static String describe(Throwable failed) {
        return Causes.of(failed)
                .filter(Infrastructure::isRefusal)
                .findFirst()
                .map(Throwable::getMessage)
                .orElseGet(() -> Causes.of(failed)
                        .reduce((_, last) -> last)
                        .orElse(failed)
                        .getClass()
                        .getSimpleName());
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof UndecodableEvent || cause instanceof ProblemException || cause instanceof FieldProblem;
    }
}
