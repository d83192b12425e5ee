package id.berdikari.fundraising.permit;

import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Permits implements PanacheRepositoryBase<Permit, UUID> {

    Permit get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<Permit> list(Permit.@Nullable Kind kind, @Nullable LocalDate validOn, UUID before, int limit) {
        var query = new StringBuilder("id < :before");
        var parameters = new HashMap<String, Object>(Map.of("before", before));
        if (kind != null) {
            query.append(" and kind = :kind");
            parameters.put("kind", kind);
        }
        if (validOn != null) {
            query.append(" and validFrom <= :validOn and validTo >= :validOn");
            parameters.put("validOn", validOn);
        }
        return find(query + " order by id desc", parameters).range(0, limit - 1).list();
    }
}
