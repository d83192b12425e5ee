package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.ProblemException;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Starts screenings and works on them, a batch a transaction: what dies half way goes on after the last batch. */
@ApplicationScoped
class ScreeningDesk {

    private static final int BATCH = 1_000;
    private static final int YEARS_KEPT = 1;

    private final Screenings screenings;
    private final ScreeningResults results;
    private final CriteriaSets sets;
    private final HouseholdCases cases;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    ScreeningDesk(
            Screenings screenings,
            ScreeningResults results,
            CriteriaSets sets,
            HouseholdCases cases,
            AuditLog audit,
            LocalDates dates,
            Clock clock,
            Caller caller) {
        this.screenings = screenings;
        this.results = results;
        this.sets = sets;
        this.cases = cases;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    /** A draft is compared with the published edition of its code, if there is one. */
    @Transactional
    Screening start(UUID criteria, String areaCode) {
        var set = sets.get(criteria);
        var published = set.status() == CriteriaSet.Status.DRAFT
                ? sets.published(set.code()).map(CriteriaSet::id).orElse(null)
                : null;
        var scope = List.of(caller.areas().patterns());
        var screening = new Screening(
                set, published, areaCode, scope, dates.today(), cases.count(areaCode, scope), caller.subject(), now());
        screenings.persistAndFlush(screening);
        audit.record("start-screening", "screening", screening.id(), null);
        return screening;
    }

    /** Works on one batch; false where nothing is left to do. */
    @Transactional
    boolean work() {
        var unfinished = screenings.lockUnfinished();
        unfinished.ifPresent(screening -> {
            try {
                judge(screening);
            } catch (ProblemException tooCostly) {
                screening.fail(tooCostly.type().code(), now());
            } catch (FieldProblem outdated) {
                screening.fail(outdated.rule(), now());
            }
        });
        return unfinished.isPresent();
    }

    /** What was found of households long ago helps nobody and is theirs; answers how many screenings it were. */
    @Transactional
    long forget(LocalDate today) {
        return screenings.forgetEndedBefore(
                today.minusYears(YEARS_KEPT).atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private void judge(Screening screening) {
        var criteria = screening.content().criteria();
        var earlier = earlier(screening.comparedWith());
        var day = screening.asOf();
        var batch = cases.after(screening.reached(), screening.areaCode(), screening.scope(), day, BATCH);
        if (batch.isEmpty()) {
            screening.finish(now());
            return;
        }
        results.insert(
                screening.id(),
                batch.stream()
                        .map(each -> {
                            var facts = each.facts(day);
                            return Screened.of(
                                    each, criteria.judge(facts), earlier == null ? null : earlier.judge(facts));
                        })
                        .toList());
        screening.advance(batch.getLast().id(), batch.size());
    }

    private @Nullable Criteria earlier(@Nullable UUID comparedWith) {
        return comparedWith == null ? null : sets.get(comparedWith).content().criteria();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
