package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where criteria are written, published and retired. */
@ApplicationScoped
class CriteriaDesk {

    private final CriteriaSets sets;
    private final AuditLog audit;
    private final Caller caller;
    private final Clock clock;

    CriteriaDesk(CriteriaSets sets, AuditLog audit, Caller caller, Clock clock) {
        this.sets = sets;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    CriteriaSet draft(String code, CriteriaContent content) {
        var set = new CriteriaSet(code, sets.latestEdition(code) + 1, content, caller.subject(), now());
        sets.persistAndFlush(set);
        audit.record("draft-criteria", "criteria-set", set.id(), null);
        return set;
    }

    @Transactional
    CriteriaSet rewrite(UUID id, @Nullable String ifMatch, CriteriaContent content) {
        var set = sets.lock(id);
        Versions.require(ifMatch, set.version());
        set.rewrite(content, caller.subject(), now());
        return recorded("rewrite-criteria", set);
    }

    /** Retires the edition before, so that one edition of a code is published at a time. */
    @Transactional
    CriteriaSet publish(UUID id) {
        var set = sets.lock(id);
        if (set.status() == CriteriaSet.Status.DRAFT) {
            sets.published(set.code()).ifPresent(before -> {
                before.retire(now());
                recorded("retire-criteria", before);
            });
        }
        set.publish(caller.subject(), now());
        return recorded("publish-criteria", set);
    }

    @Transactional
    CriteriaSet retire(UUID id) {
        var set = sets.lock(id);
        set.retire(now());
        return recorded("retire-criteria", set);
    }

    private CriteriaSet recorded(String action, CriteriaSet set) {
        audit.record(action, "criteria-set", set.id(), null);
        sets.flush();
        return set;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
