package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Screenings implements PanacheRepositoryBase<Screening, UUID> {

    private final Session session;

    Screenings(Session session) {
        this.session = session;
    }

    Screening get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    /** One that has not come to its end and on which no other replica works. */
    Optional<Screening> lockUnfinished() {
        return session.createNativeQuery("""
                        select * from screening where status = 'RUNNING' order by id limit 1 for update skip locked
                        """, Screening.class).uniqueResultOptional();
    }

    long forgetEndedBefore(Instant time) {
        return delete("endedAt < ?1", time);
    }

    List<Screening> list(@Nullable UUID criteria, Screening.@Nullable Status status, Keyset keyset) {
        var sql = new StringBuilder("select * from screening where id < :before");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        if (criteria != null) {
            sql.append(" and criteria_id = :criteria");
            values.put("criteria", criteria);
        }
        if (status != null) {
            sql.append(" and status = :status");
            values.put("status", status.name());
        }
        var query = session.createNativeQuery(sql + " order by id desc", Screening.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }
}
