package id.berdikari.beneficiary.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PersonMerges implements PanacheRepositoryBase<PersonMerge, UUID> {}
