package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PovertyLineDesk {

    private final PovertyLines lines;
    private final Gazetteer gazetteer;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    PovertyLineDesk(
            PovertyLines lines, Gazetteer gazetteer, AuditLog audit, LocalDates dates, Clock clock, Caller caller) {
        this.lines = lines;
        this.gazetteer = gazetteer;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    /** Adds a line; one that is there already for the same area, settlement and day is only corrected by name. */
    @Transactional
    PovertyLine add(PovertyLine.Scope scope, Money amount, String source, @Nullable UUID supersedes) {
        if (scope.areaCode() != null) {
            gazetteer.requireRegion("/areaCode", scope.areaCode());
        }
        dates.past("/validFrom", scope.validFrom(), null);
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (supersedes != null) {
            var before = lines.findById(supersedes, LockModeType.PESSIMISTIC_WRITE);
            if (before == null || !before.isFor(scope)) {
                throw FieldProblem.at("/supersedes", "not-the-same-line");
            }
            before.supersede(at);
            lines.flush();
        }
        var line = new PovertyLine(scope, amount, source, supersedes, caller.subject(), at);
        lines.persistAndFlush(line);
        audit.record(supersedes == null ? "add-poverty-line" : "correct-poverty-line", "poverty-line", line.id(), null);
        return line;
    }
}
