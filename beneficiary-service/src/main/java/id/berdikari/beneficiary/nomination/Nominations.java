package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers only what the caller may reach: staff by areas, partners by what their own organisation sent in. */
@ApplicationScoped
class Nominations implements PanacheRepositoryBase<Nomination, UUID> {

    private static final List<String> STAFF = List.of(Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR);
    private static final int BATCH = 200;

    private final Session session;
    private final Caller caller;

    Nominations(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    Nomination get(UUID id) {
        return reachable(findById(id));
    }

    /** A case that may not be there, or not for the caller. */
    Optional<Nomination> reach(UUID id) {
        return findByIdOptional(id).filter(this::isReachable);
    }

    /** Whoever takes a step waits for the one before, so that events stand in the order of the steps. */
    Nomination lock(UUID id) {
        return reachable(findById(id, LockModeType.PESSIMISTIC_WRITE));
    }

    List<Nomination> list(
            @Nullable NominationStatus status, @Nullable String areaCode, @Nullable Source source, Keyset keyset) {
        var sql = new StringBuilder("select * from nomination where id < :before and area_code like any(:scope)");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        values.put("scope", caller.areas().patterns());
        if (!isStaff(caller)) {
            sql.append(" and organisation = :organisation");
            values.put("organisation", caller.organisation().orElse(""));
        }
        if (status != null) {
            sql.append(" and status = :status");
            values.put("status", status.name());
        }
        if (areaCode != null) {
            sql.append(" and area_code like :area");
            values.put("area", areaCode + "%");
        }
        if (source != null) {
            sql.append(" and source = :source");
            values.put("source", source.name());
        }
        var query = session.createNativeQuery(sql + " order by id desc", Nomination.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }

    /** Other cases about the same NIK, as far as the caller may see them. */
    List<UUID> sameNationalId(Nomination nomination) {
        if (nomination.nikIndex() == null) {
            return List.of();
        }
        return find("nikIndex = ?1 and id <> ?2 order by id desc", nomination.nikIndex(), nomination.id())
                .page(0, BATCH)
                .stream()
                .filter(this::isReachable)
                .map(Nomination::id)
                .toList();
    }

    boolean areAboutPerson(UUID personId) {
        return count("personId", personId) > 0;
    }

    /** Rejected nominations of the public whose personal data have not been erased; skips what another replica works on. */
    List<Nomination> lockUnerased(LocalDate closedBy) {
        return session.createNativeQuery("""
                        select * from nomination
                        where source = 'PUBLIC' and status = 'REJECTED' and erased_on is null and closed_on <= :closedBy
                        order by id
                        for update skip locked
                        """, Nomination.class)
                .setParameter("closedBy", closedBy)
                .setMaxResults(BATCH)
                .list();
    }

    private Nomination reachable(@Nullable Nomination nomination) {
        if (nomination == null || !isReachable(nomination)) {
            throw KitProblem.NOT_FOUND.refused();
        }
        return nomination;
    }

    private boolean isReachable(Nomination nomination) {
        var isTheirs = isStaff(caller)
                || (nomination.organisation() != null
                        && Objects.equals(
                                nomination.organisation(), caller.organisation().orElse(null)));
        return isTheirs && caller.areas().reaches(nomination.areaCode());
    }

    static boolean isStaff(Caller caller) {
        return STAFF.stream().anyMatch(caller::hasRole);
    }
}
