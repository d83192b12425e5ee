package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
class PreSurveying {

    private final Nominations nominations;
    private final Outbox outbox;
    private final AuditLog audit;

    PreSurveying(Nominations nominations, Outbox outbox, AuditLog audit) {
        this.nominations = nominations;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    Nomination preSurvey(UUID id, PreSurvey check) {
        var nomination = nominations.lock(id);
        var event = nomination.preSurvey(check);
        var other = check.duplicateOf();
        if (other != null && (other.equals(id) || nominations.findById(other) == null)) {
            throw FieldProblem.at("/duplicateOf", "no-other-case");
        }
        outbox.append(event);
        audit.record("pre-survey", "nomination", id, check.outcome().name());
        nominations.flush();
        return nomination;
    }
}
