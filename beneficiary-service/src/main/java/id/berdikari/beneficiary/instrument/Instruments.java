package id.berdikari.beneficiary.instrument;

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
class Instruments implements PanacheRepositoryBase<Instrument, UUID> {

    private final Session session;

    Instruments(Session session) {
        this.session = session;
    }

    Instrument get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Instrument lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    /** The version of a number, or the newest one, that was published. */
    Optional<Instrument> published(String code, @Nullable Integer number) {
        return find(
                        "code = ?1 and status <> ?2 and (?3 is null or number = ?3) order by number desc",
                        code,
                        Instrument.Status.DRAFT,
                        number)
                .firstResultOptional();
    }

    /** Nobody can refer to it meanwhile: stronger than the lock of {@link #lock}, which foreign keys ignore. */
    void holdReferences(UUID id) {
        session.createNativeQuery("select 1 from survey_instrument where id = :id for update", Integer.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    /** The number that the next version of an instrument has. */
    int nextNumber(String code) {
        return find("code = ?1 order by number desc", code)
                        .firstResultOptional()
                        .map(Instrument::number)
                        .orElse(0)
                + 1;
    }

    List<Instrument> list(@Nullable String code, Instrument.@Nullable Status status, Keyset keyset) {
        var sql = new StringBuilder("select * from survey_instrument where id < :before");
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
        var query = session.createNativeQuery(sql + " order by id desc", Instrument.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }
}
