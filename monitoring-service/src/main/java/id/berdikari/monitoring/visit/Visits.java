package id.berdikari.monitoring.visit;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller.AreaScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Visits implements PanacheRepositoryBase<Visit, UUID> {

    private final Session session;

    Visits(Session session) {
        this.session = session;
    }

    Visit get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    boolean existFor(UUID programId) {
        return count("programId", programId) > 0;
    }

    List<Visit> list(@Nullable UUID beneficiaryId, @Nullable UUID programId, AreaScope areas, Keyset keyset) {
        return session.createNativeQuery("""
                        select * from visit
                        where id < :before
                          and (cast(:beneficiary as uuid) is null or beneficiary_id = cast(:beneficiary as uuid))
                          and (cast(:program as uuid) is null or program_id = cast(:program as uuid))
                          and district_code like any(:areas)
                        order by id desc
                        limit :fetch""", Visit.class)
                .setParameter("before", keyset.before())
                .setParameter("beneficiary", beneficiaryId, UUID.class)
                .setParameter("program", programId, UUID.class)
                .setParameter("areas", areas.patterns(), String[].class)
                .setParameter("fetch", keyset.fetch())
                .getResultList();
    }
}
