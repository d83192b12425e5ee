package id.berdikari.fundraising.donation;

import id.berdikari.kit.problem.KitProblem;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class Refunds implements PanacheRepositoryBase<Refund, UUID> {

    Optional<Refund> proposed(UUID donationId) {
        return find("donationId = ?1 and status = ?2", donationId, Refund.Status.PROPOSED)
                .firstResultOptional();
    }

    Refund latest(UUID donationId) {
        return find("donationId = ?1 order by id desc", donationId)
                .firstResultOptional()
                .orElseThrow(KitProblem.NOT_FOUND::refused);
    }
}
