package id.berdikari.monitoring.visit;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Tells which follow-ups fell due. */
@ApplicationScoped
class FollowUpReminders {

    private static final int BATCH = 500;

    private final FollowUps followUps;
    private final Outbox outbox;
    private final AuditLog audit;

    FollowUpReminders(FollowUps followUps, Outbox outbox, AuditLog audit) {
        this.followUps = followUps;
        this.outbox = outbox;
        this.audit = audit;
    }

    /** Announces a batch; answers whether there may be more. */
    @Transactional
    boolean announce(LocalDate asOf) {
        var due = followUps.toAnnounce(asOf, BATCH);
        for (var followUp : due) {
            outbox.append(followUp.fallDue());
            audit.record("follow-up-falls-due", "follow-up", followUp.id(), null);
        }
        return due.size() == BATCH;
    }
}
