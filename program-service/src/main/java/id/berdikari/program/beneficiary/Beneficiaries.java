package id.berdikari.program.beneficiary;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class Beneficiaries implements PanacheRepositoryBase<Beneficiary, UUID> {

    private final Session session;

    Beneficiaries(Session session) {
        this.session = session;
    }

    /** The row of a case, made if need be and locked. */
    Beneficiary ofCase(UUID caseId) {
        session.createNativeMutationQuery("""
                        insert into beneficiary
                            (case_id, deciders, assistance_consent, approved_sequence, consent_sequence)
                        values (:caseId, '{}', false, 0, 0)
                        on conflict do nothing""").setParameter("caseId", caseId).executeUpdate();
        return findById(caseId, LockModeType.PESSIMISTIC_WRITE);
    }

    Optional<Beneficiary> locked(UUID beneficiaryId) {
        return find("beneficiaryId", beneficiaryId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResultOptional();
    }
}
