package id.berdikari.beneficiary.beneficiary;

import id.berdikari.kit.paging.Keyset;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Consents implements PanacheRepositoryBase<Consent, UUID> {

    List<Consent> of(UUID beneficiaryId, Keyset keyset) {
        return find("beneficiaryId = ?1 and id < ?2 order by id desc", beneficiaryId, keyset.before())
                .page(0, keyset.fetch())
                .list();
    }
}
