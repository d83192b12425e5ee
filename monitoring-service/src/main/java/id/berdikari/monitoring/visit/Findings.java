package id.berdikari.monitoring.visit;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller.AreaScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Findings implements PanacheRepositoryBase<Finding, UUID> {

    private final Session session;

    Findings(Session session) {
        this.session = session;
    }

    Finding get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Finding locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<Finding> of(UUID visitId) {
        return list("visitId = ?1 order by id", visitId);
    }

    List<Finding> list(
            @Nullable FindingStatus status,
            @Nullable UUID beneficiaryId,
            @Nullable UUID programId,
            AreaScope areas,
            Keyset keyset) {
        return session.createNativeQuery("""
                        select * from finding
                        where id < :before
                          and (cast(:status as text) is null or status = cast(:status as text))
                          and (cast(:beneficiary as uuid) is null or beneficiary_id = cast(:beneficiary as uuid))
                          and (cast(:program as uuid) is null or program_id = cast(:program as uuid))
                          and district_code like any(:areas)
                        order by id desc
                        limit :fetch""", Finding.class)
                .setParameter("before", keyset.before())
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("beneficiary", beneficiaryId, UUID.class)
                .setParameter("program", programId, UUID.class)
                .setParameter("areas", areas.patterns(), String[].class)
                .setParameter("fetch", keyset.fetch())
                .getResultList();
    }
}
