package id.berdikari.program.delivery;

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
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    private final Session session;

    Deliveries(Session session) {
        this.session = session;
    }

    Delivery get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Delivery locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    /** Read without loading the delivery, because its programme is locked first. */
    UUID programOf(UUID id) {
        return find("select programId from Delivery where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional()
                .orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<Delivery> list(@Nullable UUID programId, @Nullable DeliveryStatus status, AreaScope areas, Keyset keyset) {
        return session.createNativeQuery("""
                        select * from delivery
                        where id < :before
                          and (cast(:program as uuid) is null or program_id = cast(:program as uuid))
                          and (cast(:status as text) is null or status = cast(:status as text))
                          and district_code like any(:areas)
                        order by id desc
                        limit :fetch""", Delivery.class)
                .setParameter("before", keyset.before())
                .setParameter("program", programId, UUID.class)
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("areas", areas.patterns(), String[].class)
                .setParameter("fetch", keyset.fetch())
                .getResultList();
    }
}
