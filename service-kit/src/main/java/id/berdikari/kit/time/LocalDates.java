package id.berdikari.kit.time;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The local dates of field work, which are dates in Asia/Jakarta whatever the server's zone. */
@ApplicationScoped
public class LocalDates {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final Clock clock;

    LocalDates(Clock clock) {
        this.clock = clock;
    }

    /**
     * The date in Jakarta now.
     *
     * @return today
     */
    public LocalDate today() {
        return LocalDate.now(clock.withZone(JAKARTA));
    }

    /**
     * Checks the date of a step in the field.
     *
     * @param pointer the JSON Pointer of the field, such as {@code /visitedOn}
     * @param date the date given
     * @param notBefore the preceding step's date; null where there is none
     * @return the date
     * @throws FieldProblem (400) if the date is in the future or before the preceding step
     */
    public LocalDate past(String pointer, LocalDate date, @Nullable LocalDate notBefore) {
        if (date.isAfter(today())) {
            throw FieldProblem.at(pointer, "date-in-future");
        }
        if (notBefore != null && date.isBefore(notBefore)) {
            throw FieldProblem.at(pointer, "date-before-preceding-step", notBefore);
        }
        return date;
    }
}
