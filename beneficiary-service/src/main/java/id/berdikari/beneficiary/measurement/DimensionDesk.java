package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.beneficiary.survey.SubjectType;
import id.berdikari.beneficiary.survey.Surveys;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes sets of dimensions from draft to use, and measures by them what is there, a batch a transaction. */
@ApplicationScoped
class DimensionDesk {

    private static final String SET = "dimension-set";
    private static final int BATCH = 100;

    private final DimensionSets sets;
    private final MeasuringRuns runs;
    private final Measuring measuring;
    private final Surveys surveys;
    private final Questionnaires questionnaires;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    DimensionDesk(
            DimensionSets sets,
            MeasuringRuns runs,
            Measuring measuring,
            Surveys surveys,
            Questionnaires questionnaires,
            AuditLog audit,
            LocalDates dates,
            Clock clock,
            Caller caller) {
        this.sets = sets;
        this.runs = runs;
        this.measuring = measuring;
        this.surveys = surveys;
        this.questionnaires = questionnaires;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    /** Which version of a questionnaire is meant; without a number its newest published one. */
    record Instrument(String code, @Nullable Integer number) {}

    @Transactional
    DimensionSet draft(String code, Instrument instrument, DimensionContent content) {
        var reads = required(instrument, content);
        var set = new DimensionSet(code, sets.latestNumber(code) + 1, reads, content, caller.subject());
        sets.persistAndFlush(set);
        audit.record("draft-dimension-set", SET, set.id(), null);
        return set;
    }

    @Transactional
    DimensionSet rewrite(UUID id, @Nullable String ifMatch, Instrument instrument, DimensionContent content) {
        var set = sets.lock(id);
        Versions.require(ifMatch, set.version());
        set.rewrite(required(instrument, content), content, caller.subject());
        return recorded("rewrite-dimension-set", set);
    }

    /** Measures by it from now on, and what was surveyed before in the background; no survey falls in between. */
    @Transactional
    DimensionSet publish(UUID id) {
        var set = sets.lock(id);
        questionnaires.holdSurveys(set.instrumentId());
        set.publish(caller.subject(), dates.today());
        recorded("publish-dimension-set", set);
        start(set);
        return set;
    }

    @Transactional
    DimensionSet retire(UUID id) {
        var set = sets.lock(id);
        set.retire(dates.today());
        return recorded("retire-dimension-set", set);
    }

    /** Measures all surveys again: with lines and members that were written down since. */
    @Transactional
    DimensionSet measureAnew(UUID id) {
        var set = sets.lock(id);
        set.requirePublished();
        start(set);
        audit.record("measure-anew", SET, id, null);
        return set;
    }

    /** Works on one batch; false where nothing is left to do. */
    @Transactional
    boolean work() {
        var unfinished = runs.lockUnfinished();
        unfinished.ifPresent(run -> {
            var set = sets.get(run.dimensionSetId());
            var batch = surveys.lockAfter(set.instrumentId(), SubjectType.HOUSEHOLD, run.reached(), BATCH);
            batch.forEach(survey -> measuring.measure(set, survey));
            if (batch.isEmpty()) {
                run.end(now());
            } else {
                run.advance(batch.getLast().id(), batch.size());
            }
        });
        return unfinished.isPresent();
    }

    private void start(DimensionSet set) {
        var expected = surveys.count(set.instrumentId(), SubjectType.HOUSEHOLD);
        runs.persistAndFlush(new MeasuringRun(set.id(), expected, caller.subject(), now()));
    }

    private UUID required(Instrument instrument, DimensionContent content) {
        var reads = questionnaires.named("/instrument", instrument.code(), instrument.number());
        Dimensions.of(content, questionnaires.published("/instrument", reads.id()));
        return reads.id();
    }

    private DimensionSet recorded(String action, DimensionSet set) {
        audit.record(action, SET, set.id(), null);
        sets.flush();
        return set;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
