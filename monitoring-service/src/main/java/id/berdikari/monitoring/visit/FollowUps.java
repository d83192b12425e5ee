package id.berdikari.monitoring.visit;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller.AreaScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FollowUps implements PanacheRepositoryBase<FollowUp, UUID> {

    private final Session session;

    FollowUps(Session session) {
        this.session = session;
    }

    FollowUp get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<FollowUp> of(UUID programId) {
        return list("programId = ?1 order by months", programId);
    }

    /** The earliest that a visit on this day can answer. */
    Optional<FollowUp> earliestOpen(UUID programId, LocalDate dueBy) {
        return session.createNativeQuery("""
                        select * from follow_up
                        where program_id = :program and status <> 'DONE' and due_on <= :dueBy
                        order by due_on
                        limit 1
                        for update""", FollowUp.class)
                .setParameter("program", programId)
                .setParameter("dueBy", dueBy)
                .uniqueResultOptional();
    }

    /** Locked for this transaction; what another replica holds is left to it. */
    List<FollowUp> toAnnounce(LocalDate asOf, int limit) {
        return session.createNativeQuery("""
                        select * from follow_up
                        where status = 'SCHEDULED' and due_on <= :asOf
                        order by due_on
                        limit :limit
                        for update skip locked""", FollowUp.class)
                .setParameter("asOf", asOf)
                .setParameter("limit", limit)
                .getResultList();
    }

    List<FollowUp> list(
            @Nullable FollowUpStatus status,
            @Nullable UUID beneficiaryId,
            @Nullable LocalDate dueBefore,
            AreaScope areas,
            Keyset keyset) {
        var place = keyset.after().split(" ", 2);
        var started = place.length == 2;
        return session.createNativeQuery("""
                        select * from follow_up
                        where (due_on, id) > (:afterDay, :afterId)
                          and (cast(:status as text) is null or status = cast(:status as text))
                          and (cast(:beneficiary as uuid) is null or beneficiary_id = cast(:beneficiary as uuid))
                          and (cast(:dueBefore as date) is null or due_on < cast(:dueBefore as date))
                          and district_code like any(:areas)
                        order by due_on, id
                        limit :fetch""", FollowUp.class)
                .setParameter("afterDay", started ? LocalDate.parse(place[0]) : LocalDate.EPOCH)
                .setParameter("afterId", started ? UUID.fromString(place[1]) : new UUID(0, 0))
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("beneficiary", beneficiaryId, UUID.class)
                .setParameter("dueBefore", dueBefore, LocalDate.class)
                .setParameter("areas", areas.patterns(), String[].class)
                .setParameter("fetch", keyset.fetch())
                .getResultList();
    }
}
