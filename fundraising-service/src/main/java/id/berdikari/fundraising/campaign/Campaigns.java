package id.berdikari.fundraising.campaign;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    /** What a list is narrowed to; null leaves a part open. */
    record Filter(
            Collection<Campaign.Status> statuses,
            @Nullable UUID beneficiaryId,
            @Nullable ProgramType programType,
            @Nullable String areaCode,
            List<String> reach) {}

    Campaign get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Campaign locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<Campaign> listPublic(UUID beneficiaryId) {
        return find("terms.beneficiaryId = ?1 and status <> ?2 order by id", beneficiaryId, Campaign.Status.DRAFT)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** In the order in which every replica locks them, so that none waits for another in a circle. */
    List<UUID> endedBefore(LocalDate day, int limit) {
        return find(
                        "select id from Campaign where status = ?1 and terms.endsOn < ?2 order by id",
                        Campaign.Status.PUBLISHED,
                        day)
                .project(UUID.class)
                .range(0, limit - 1)
                .list();
    }

    List<Campaign> list(Filter filter, UUID before, int limit) {
        var query = new StringBuilder("id < :before and status in :statuses");
        var parameters = new HashMap<String, Object>(Map.of("before", before, "statuses", filter.statuses()));
        if (filter.beneficiaryId() != null) {
            query.append(" and terms.beneficiaryId = :beneficiaryId");
            parameters.put("beneficiaryId", filter.beneficiaryId());
        }
        if (filter.programType() != null) {
            query.append(" and terms.programType = :programType");
            parameters.put("programType", filter.programType());
        }
        if (filter.areaCode() != null) {
            query.append(" and (terms.districtCode = :areaCode or terms.districtCode like :below)");
            parameters.put("areaCode", filter.areaCode());
            parameters.put("below", filter.areaCode() + ".%");
        }
        if (!filter.reach().contains("%")) {
            query.append(" and (terms.districtCode is null");
            for (var i = 0; i < filter.reach().size(); i++) {
                query.append(" or terms.districtCode like :reach").append(i);
                parameters.put("reach" + i, filter.reach().get(i));
            }
            query.append(')');
        }
        return find(query + " order by id desc", parameters).range(0, limit - 1).list();
    }
}
