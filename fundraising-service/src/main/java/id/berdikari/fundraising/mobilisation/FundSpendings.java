package id.berdikari.fundraising.mobilisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class FundSpendings implements PanacheRepositoryBase<FundSpending, UUID> {

    boolean knows(UUID deliveryId) {
        return count("deliveryId", deliveryId) > 0;
    }
}
