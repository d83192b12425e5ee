package id.berdikari.fundraising.mobilisation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class FundAllocations implements PanacheRepositoryBase<FundAllocation, UUID> {

    List<FundAllocation> ofProgram(UUID programId) {
        return list("programId = ?1 order by id", programId);
    }
}
