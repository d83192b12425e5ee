package id.berdikari.beneficiary.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PersonRevisions implements PanacheRepositoryBase<PersonRevision, UUID> {

    /** What stood in a person's record before, newest first. */
    List<PersonRevision> of(UUID personId) {
        return list("personId = ?1 order by id desc", personId);
    }

    List<PersonRevision> of(Collection<UUID> personIds) {
        return personIds.isEmpty() ? List.of() : list("personId in ?1 order by id desc", personIds);
    }

    void forget(UUID personId) {
        delete("personId = ?1", personId);
    }
}
