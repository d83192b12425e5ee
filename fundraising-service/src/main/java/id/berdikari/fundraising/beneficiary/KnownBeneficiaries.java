package id.berdikari.fundraising.beneficiary;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class KnownBeneficiaries implements PanacheRepositoryBase<KnownBeneficiary, UUID> {

    /** Facts of one case come one after the other, for they share a key; so nobody else makes the same row meanwhile. */
    KnownBeneficiary findOrMake(UUID beneficiaryId, UUID caseId) {
        return findByIdOptional(beneficiaryId).orElseGet(() -> {
            var made = new KnownBeneficiary(beneficiaryId, caseId);
            persist(made);
            return made;
        });
    }

    List<KnownBeneficiary> listByIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("beneficiaryId in ?1", ids);
    }
}
