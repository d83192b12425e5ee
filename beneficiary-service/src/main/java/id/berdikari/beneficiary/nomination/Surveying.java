package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

@ApplicationScoped
class Surveying {

    private final Nominations nominations;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;

    Surveying(Nominations nominations, Outbox outbox, AuditLog audit, LocalDates dates) {
        this.nominations = nominations;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
    }

    @Transactional
    Nomination survey(UUID id, Survey visit) {
        var nomination = nominations.lock(id);
        nomination.requireSurveyDue();
        dates.past("/visitedOn", visit.visitedOn(), nomination.nominatedOn());
        outbox.append(nomination.survey(visit));
        audit.record("survey", "nomination", id, null);
        nominations.flush();
        return nomination;
    }
}
