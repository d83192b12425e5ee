package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class DimensionSets implements PanacheRepositoryBase<DimensionSet, UUID> {

    private final Session session;
    private final Questionnaires questionnaires;
    private final Map<UUID, Dimensions> compiled = new ConcurrentHashMap<>();

    DimensionSets(Session session, Questionnaires questionnaires) {
        this.session = session;
        this.questionnaires = questionnaires;
    }

    DimensionSet get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    DimensionSet lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    int latestNumber(String code) {
        return find("code = ?1 order by number desc", code)
                .firstResultOptional()
                .map(DimensionSet::number)
                .orElse(0);
    }

    /** Those by which surveys of an instrument are measured. */
    List<DimensionSet> reading(UUID instrumentId) {
        return list("instrumentId = ?1 and status = ?2 order by id", instrumentId, DimensionSet.Status.PUBLISHED);
    }

    /** Compiled once: published sets never change, and there are few. */
    Dimensions compiled(DimensionSet published) {
        return compiled.computeIfAbsent(
                published.id(),
                _ -> Dimensions.of(
                        published.content(), questionnaires.published("/instrument", published.instrumentId())));
    }

    Map<UUID, DimensionSet> byId(Collection<UUID> ids) {
        Map<UUID, DimensionSet> found = new HashMap<>();
        if (!ids.isEmpty()) {
            list("id in ?1", ids).forEach(set -> found.put(set.id(), set));
        }
        return found;
    }

    List<DimensionSet> list(@Nullable String code, DimensionSet.@Nullable Status status, Keyset keyset) {
        var sql = new StringBuilder("select * from dimension_set where id < :before");
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
        var query = session.createNativeQuery(sql + " order by id desc", DimensionSet.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }
}
