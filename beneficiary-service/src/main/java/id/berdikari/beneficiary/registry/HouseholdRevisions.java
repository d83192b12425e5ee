package id.berdikari.beneficiary.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class HouseholdRevisions implements PanacheRepositoryBase<HouseholdRevision, UUID> {

    /** What stood in a household's record before, newest first. */
    List<HouseholdRevision> of(UUID householdId) {
        return list("householdId = ?1 order by id desc", householdId);
    }

    void forget(UUID householdId) {
        delete("householdId = ?1", householdId);
    }
}
