package id.berdikari.beneficiary.duplicate;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Answers only what is about two people whom the caller may both see. */
@ApplicationScoped
class SuspectedDuplicates implements PanacheRepositoryBase<SuspectedDuplicate, UUID> {

    record Filter(
            SuspectedDuplicate.@Nullable Status status,
            @Nullable Band band,
            @Nullable String areaCode,
            @Nullable UUID personId) {}

    private static final String IN_REACH = """
            select d.* from suspected_duplicate d
            join person f on f.id = d.first_id join person s on s.id = d.second_id
            where f.area_code like any(:scope) and s.area_code like any(:scope)""";

    /** Where somebody was merged elsewhere meanwhile, the question waits until that is taken back; the erased are forgotten. */
    private static final String ASKED = " and (d.status <> 'OPEN' or (f.merged_into is null and s.merged_into is null"
            + " and f.erased_on is null and s.erased_on is null))";

    private final Session session;
    private final Caller caller;

    SuspectedDuplicates(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    SuspectedDuplicate get(UUID id) {
        return session.createNativeQuery(IN_REACH + " and d.id = :id", SuspectedDuplicate.class)
                .setParameter("scope", caller.areas().patterns())
                .setParameter("id", id)
                .uniqueResultOptional()
                .orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    /** Whoever answers waits for the one before. */
    SuspectedDuplicate lock(UUID id) {
        get(id);
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<SuspectedDuplicate> about(Pair pair) {
        return find("firstId = ?1 and secondId = ?2", pair.first(), pair.second())
                .firstResultOptional();
    }

    List<SuspectedDuplicate> toldApartFrom(UUID personId) {
        return list(
                "status = ?1 and (firstId = ?2 or secondId = ?2)", SuspectedDuplicate.Status.NOT_THE_SAME, personId);
    }

    /** Takes back what followed from a merge. */
    void forgetFollowing(UUID mergedId) {
        delete("followsId = ?1", mergedId);
    }

    List<UUID> openAbout(UUID personId) {
        return session.createNativeQuery(
                        IN_REACH.replace("d.*", "d.id") + ASKED
                                + " and d.status = 'OPEN' and (d.first_id = :person or d.second_id = :person)"
                                + " order by d.score desc, d.id",
                        UUID.class)
                .setParameter("scope", caller.areas().patterns())
                .setParameter("person", personId)
                .list();
    }

    /** Those of them that somebody answered. */
    Set<Pair> answered(Collection<Pair> pairs) {
        return new HashSet<>(session.createNativeQuery("""
                        select d.first_id, d.second_id
                        from unnest(cast(:first as uuid[]), cast(:second as uuid[])) as p(one, other)
                        join suspected_duplicate d on d.first_id = p.one and d.second_id = p.other
                        where d.status <> 'OPEN'
                        """, Pair.class)
                .setParameter("first", pairs.stream().map(Pair::first).toArray(UUID[]::new))
                .setParameter("second", pairs.stream().map(Pair::second).toArray(UUID[]::new))
                .list());
    }

    /** Asks whether two are one, unless that was ever answered; what is asked already gets the new score. */
    boolean raise(SuspectedDuplicate question) {
        return session.createNativeMutationQuery("""
                        insert into suspected_duplicate
                            (id, version, first_id, second_id, score, band, status, origin, found_at)
                        values (:id, 0, :first, :second, :score, :band, 'OPEN', :origin, :at)
                        on conflict (first_id, second_id) do nothing
                        """)
                        .setParameter("id", question.id())
                        .setParameter("first", question.pair().first())
                        .setParameter("second", question.pair().second())
                        .setParameter("score", question.score())
                        .setParameter("band", question.band().name())
                        .setParameter("origin", question.origin().name())
                        .setParameter("at", question.foundAt())
                        .executeUpdate()
                == 1;
    }

    void rescore(Pair pair, int score, Band band) {
        session.createNativeMutationQuery("""
                        update suspected_duplicate set score = :score, band = :band, version = version + 1
                        where first_id = :first and second_id = :second and status = 'OPEN' and score <> :score
                        """)
                .setParameter("first", pair.first())
                .setParameter("second", pair.second())
                .setParameter("score", score)
                .setParameter("band", band.name())
                .executeUpdate();
    }

    List<SuspectedDuplicate> list(Filter filter, Keyset keyset) {
        var sql = new StringBuilder(IN_REACH).append(ASKED).append(" and d.id < :before");
        Map<String, Object> values = new HashMap<>();
        values.put("scope", caller.areas().patterns());
        values.put("before", keyset.before());
        if (filter.status() != null) {
            sql.append(" and d.status = :status");
            values.put("status", filter.status().name());
        }
        if (filter.band() != null) {
            sql.append(" and d.band = :band");
            values.put("band", filter.band().name());
        }
        if (filter.areaCode() != null) {
            sql.append(" and (f.area_code like :area or s.area_code like :area)");
            values.put("area", filter.areaCode() + "%");
        }
        if (filter.personId() != null) {
            sql.append(" and (d.first_id = :person or d.second_id = :person)");
            values.put("person", filter.personId());
        }
        var query = session.createNativeQuery(sql + " order by d.id desc", SuspectedDuplicate.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }
}
