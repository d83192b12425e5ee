package id.berdikari.fundraising.donation;

import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Donations implements PanacheRepositoryBase<Donation, UUID> {

    Donation get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Optional<Donation> locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Donation> list(
            @Nullable UUID campaignId, Donation.@Nullable Status status, List<String> reach, UUID before, int limit) {
        var query = new StringBuilder("id < :before");
        var parameters = new HashMap<String, Object>(Map.of("before", before));
        if (campaignId != null) {
            query.append(" and campaignId = :campaignId");
            parameters.put("campaignId", campaignId);
        }
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        if (!reach.contains("%")) {
            query.append(" and (districtCode is null");
            for (var i = 0; i < reach.size(); i++) {
                query.append(" or districtCode like :reach").append(i);
                parameters.put("reach" + i, reach.get(i));
            }
            query.append(')');
        }
        return find(query + " order by id desc", parameters).range(0, limit - 1).list();
    }
}
