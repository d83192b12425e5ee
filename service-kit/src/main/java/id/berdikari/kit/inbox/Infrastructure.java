package id.berdikari.kit.inbox;

import id.berdikari.kit.event.UndecodableEvent;
import id.berdikari.kit.problem.Causes;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.Outage;
import id.berdikari.kit.problem.ProblemException;
import jakarta.persistence.OptimisticLockException;
import java.io.IOException;
import org.hibernate.StaleStateException;

/** Tells errors that time heals from errors of the event itself. */
final class Infrastructure {

    private Infrastructure() {}

    static boolean isToBlame(Throwable failed) {
        return Causes.of(failed).noneMatch(Infrastructure::isRefusal)
                && (Outage.isBehind(failed) || Causes.of(failed).anyMatch(Infrastructure::isRaceOrStream));
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

    private static boolean isRaceOrStream(Throwable cause) {
        return cause instanceof OptimisticLockException
                || cause instanceof StaleStateException
                || cause instanceof IOException;
    }

    private static boolean isRefusal(Throwable cause) {
        return cause instanceof UndecodableEvent || cause instanceof ProblemException || cause instanceof FieldProblem;
    }
}
