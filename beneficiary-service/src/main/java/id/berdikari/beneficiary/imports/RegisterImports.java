package id.berdikari.beneficiary.imports;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers only what the caller brought; to auditors everything. */
@ApplicationScoped
class RegisterImports implements PanacheRepositoryBase<RegisterImport, UUID> {

    private final Session session;
    private final Caller caller;

    RegisterImports(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    RegisterImport get(UUID id) {
        return reachable(findById(id));
    }

    RegisterImport lock(UUID id) {
        return reachable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<RegisterImport> list(RegisterImport.@Nullable Status status, Keyset keyset) {
        var ofCaller = caller.hasRole(Roles.AUDITOR) ? null : caller.subject();
        var query = session.createNativeQuery(
                        "select * from register_import where id < :before"
                                + (ofCaller == null ? "" : " and created_by = :caller")
                                + (status == null ? "" : " and status = :status")
                                + " order by id desc",
                        RegisterImport.class)
                .setParameter("before", keyset.before())
                .setMaxResults(keyset.fetch());
        if (ofCaller != null) {
            query.setParameter("caller", ofCaller);
        }
        if (status != null) {
            query.setParameter("status", status.name());
        }
        return query.list();
    }

    /** The oldest that nobody works on. */
    Optional<RegisterImport> lockNextToWorkOn(Instant now) {
        return session.createNativeQuery("""
                        select * from register_import
                        where status in ('CHECKING', 'RUNNING') and (worked_until is null or worked_until < :now)
                        order by id
                        for update skip locked
                        """, RegisterImport.class)
                .setParameter("now", now)
                .setMaxResults(1)
                .uniqueResultOptional();
    }

    RegisterImport lockAtWork(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Files that somebody brought and forgot. */
    List<RegisterImport> lockLeft(Instant before) {
        return session.createNativeQuery("""
                        select * from register_import
                        where status in ('RECEIVING', 'CHECKED') and created_at < :before
                        for update skip locked
                        """, RegisterImport.class)
                .setParameter("before", before)
                .list();
    }

    private RegisterImport reachable(@Nullable RegisterImport found) {
        if (found == null || (!found.createdBy().equals(caller.subject()) && !caller.hasRole(Roles.AUDITOR))) {
            throw KitProblem.NOT_FOUND.refused();
        }
        return found;
    }
}
