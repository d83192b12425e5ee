package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class CriteriaSets implements PanacheRepositoryBase<CriteriaSet, UUID> {

    private final Session session;

    CriteriaSets(Session session) {
        this.session = session;
    }

    CriteriaSet get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    CriteriaSet lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    int latestEdition(String code) {
        return find("code = ?1 order by edition desc", code)
                .firstResultOptional()
                .map(CriteriaSet::edition)
                .orElse(0);
    }

    Optional<CriteriaSet> published(String code) {
        return find("code = ?1 and status = ?2", code, CriteriaSet.Status.PUBLISHED)
                .firstResultOptional();
    }

    List<CriteriaSet> published() {
        return list("status = ?1 order by code", CriteriaSet.Status.PUBLISHED);
    }

    List<CriteriaSet> list(@Nullable String code, CriteriaSet.@Nullable Status status, Keyset keyset) {
        var sql = new StringBuilder("select * from criteria_set where id < :before");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        if (code != null) {
            sql.append(" and code = :code");
            values.put("code", code);
        }
        if (status != null) {
            sql.append(" and status = :status");
            values.put("status", status.name());
        }
        var query = session.createNativeQuery(sql + " order by id desc", CriteriaSet.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }
}
