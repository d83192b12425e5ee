package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.paging.Keyset;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PovertyLines implements PanacheRepositoryBase<PovertyLine, UUID> {

    private final Session session;

    PovertyLines(Session session) {
        this.session = session;
    }

    /**
     * The line for a household: that of the smallest area that has one on the day, and there the latest. It is the line of town and
     * country together, because the register does not know which of them BPS takes a village for.
     */
    Optional<PovertyLine> of(String areaCode, LocalDate day) {
        return session.createNativeQuery("""
                        select * from poverty_line
                        where superseded_at is null and settlement is null and valid_from <= :day
                        and (area_code is null or :area like area_code || '%')
                        order by length(area_code) desc nulls last, valid_from desc limit 1
                        """, PovertyLine.class)
                .setParameter("area", areaCode)
                .setParameter("day", day)
                .uniqueResultOptional();
    }

    /** Those of an area and of all that contain it; on a day only the one of each scope that is valid then. */
    List<PovertyLine> list(@Nullable String areaCode, @Nullable LocalDate asOf, Keyset keyset) {
        var sql = new StringBuilder("select * from poverty_line l where id < :before");
        Map<String, Object> values = new HashMap<>();
        values.put("before", keyset.before());
        if (areaCode != null) {
            sql.append(" and (area_code is null or :area like area_code || '%')");
            values.put("area", areaCode);
        }
        if (asOf != null) {
            sql.append("""
                     and superseded_at is null and valid_from = (
                        select max(o.valid_from) from poverty_line o
                        where o.superseded_at is null and o.valid_from <= :day
                        and o.area_code is not distinct from l.area_code
                        and o.settlement is not distinct from l.settlement)
                    """);
            values.put("day", asOf);
        }
        var query = session.createNativeQuery(sql + " order by id desc", PovertyLine.class)
                .setMaxResults(keyset.fetch());
        values.forEach(query::setParameter);
        return query.list();
    }
}
