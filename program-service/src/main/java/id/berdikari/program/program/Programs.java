package id.berdikari.program.program;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller.AreaScope;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Programs implements PanacheRepositoryBase<Program, UUID> {

    private final Session session;

    Programs(Session session) {
        this.session = session;
    }

    Program get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Program locked(UUID id) {
        return lockedIfKnown(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Optional<Program> lockedIfKnown(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Read without loading the programme, whose state counts only once it is locked. */
    UUID beneficiaryOf(UUID id) {
        return find("select beneficiaryId from Program where id = ?1", id)
                .project(UUID.class)
                .singleResultOptional()
                .orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    /** What other programmes of a kind take of a person's need; a completed one only what it spent. */
    BigDecimal committed(UUID beneficiaryId, ProgramType type, UUID except) {
        return session.createNativeQuery("""
                        select coalesce(sum(case status when 'COMPLETED' then spent else budget end), 0)
                        from program
                        where beneficiary_id = :beneficiary and program_type = :type and id <> :except
                          and status not in ('CANCELLED', 'DECLINED')""", BigDecimal.class)
                .setParameter("beneficiary", beneficiaryId)
                .setParameter("type", type.name())
                .setParameter("except", except)
                .getSingleResult();
    }

    List<Program> list(
            @Nullable ProgramStatus status,
            @Nullable UUID beneficiaryId,
            @Nullable ProgramType type,
            AreaScope areas,
            Keyset keyset) {
        return session.createNativeQuery("""
                        select * from program
                        where id < :before
                          and (cast(:status as text) is null or status = cast(:status as text))
                          and (cast(:beneficiary as uuid) is null or beneficiary_id = cast(:beneficiary as uuid))
                          and (cast(:type as text) is null or program_type = cast(:type as text))
                          and district_code like any(:areas)
                        order by id desc
                        limit :fetch""", Program.class)
                .setParameter("before", keyset.before())
                .setParameter("status", status == null ? null : status.name(), String.class)
                .setParameter("beneficiary", beneficiaryId, UUID.class)
                .setParameter("type", type == null ? null : type.name(), String.class)
                .setParameter("areas", areas.patterns(), String[].class)
                .setParameter("fetch", keyset.fetch())
                .getResultList();
    }
}
