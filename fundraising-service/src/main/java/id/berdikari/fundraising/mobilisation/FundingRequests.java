package id.berdikari.fundraising.mobilisation;

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
class FundingRequests implements PanacheRepositoryBase<FundingRequest, UUID> {

    record Payable(UUID programId, UUID beneficiaryId) {}

    private final Session session;

    FundingRequests(Session session) {
        this.session = session;
    }

    FundingRequest get(UUID programId) {
        return findByIdOptional(programId).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    Optional<FundingRequest> locked(UUID programId) {
        return findByIdOptional(programId, LockModeType.PESSIMISTIC_WRITE);
    }

    List<FundingRequest> waitingFor(UUID beneficiaryId) {
        return find("beneficiaryId = ?1 and status = ?2", beneficiaryId, FundingRequest.Status.WAITING)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Waiting requests that the held money could pay now, the oldest first. */
    List<Payable> payable(int limit) {
        return session.createNativeQuery("""
                        select request.program_id, request.beneficiary_id from funding_request request
                        where request.status = 'WAITING'
                          and request.amount <= (
                              select sum(lot.held) from fund_lot lot
                              where lot.held > 0
                                and (lot.beneficiary_id = request.beneficiary_id or lot.beneficiary_id is null)
                                and (lot.program_type = request.program_type or lot.program_type is null))
                        order by request.recorded_at, request.program_id limit :limit
                        """, Payable.class)
                .setParameter("limit", limit)
                .list();
    }

    List<FundingRequest> list(
            FundingRequest.@Nullable Status status, @Nullable UUID beneficiaryId, UUID before, int limit) {
        var query = new StringBuilder("programId < :before");
        var parameters = new HashMap<String, Object>(Map.of("before", before));
        if (status != null) {
            query.append(" and status = :status");
            parameters.put("status", status);
        }
        if (beneficiaryId != null) {
            query.append(" and beneficiaryId = :beneficiaryId");
            parameters.put("beneficiaryId", beneficiaryId);
        }
        return find(query + " order by programId desc", parameters)
                .range(0, limit - 1)
                .list();
    }
}
