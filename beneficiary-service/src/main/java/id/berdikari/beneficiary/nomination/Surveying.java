package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.survey.SubjectType;
import id.berdikari.beneficiary.survey.Surveys;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Surveying {

    private final Nominations nominations;
    private final Surveys surveys;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;

    Surveying(Nominations nominations, Surveys surveys, Outbox outbox, AuditLog audit, LocalDates dates) {
        this.nominations = nominations;
        this.surveys = surveys;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
    }

    @Transactional
    Nomination survey(UUID id, Survey visit, @Nullable UUID evidence) {
        var nomination = nominations.lock(id);
        nomination.requireSurveyDue();
        dates.past("/visitedOn", visit.visitedOn(), nomination.nominatedOn());
        if (evidence != null && !isAbout(evidence, nomination)) {
            throw FieldProblem.at("/evidence", "survey-of-another");
        }
        outbox.append(nomination.survey(visit, evidence));
        audit.record("survey", "nomination", id, null);
        nominations.flush();
        return nomination;
    }

    private boolean isAbout(UUID evidence, Nomination nomination) {
        var person = nomination.personId();
        return surveys.isAbout(evidence, SubjectType.NOMINATION, nomination.id())
                || (person != null && surveys.isAbout(evidence, SubjectType.PERSON, person));
    }
}
