package id.berdikari.monitoring.beneficiary;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class Beneficiaries {

    private final Session session;

    Beneficiaries(Session session) {
        this.session = session;
    }

    Optional<KnownBeneficiary> find(UUID id) {
        return session.createNativeQuery(
                        "select id, case_id, district_code from beneficiary where id = :id", KnownBeneficiary.class)
                .setParameter("id", id)
                .uniqueResultOptional();
    }

    /** An older approval never overwrites a newer one. */
    void put(KnownBeneficiary beneficiary, long sequence) {
        session.createNativeMutationQuery("""
                        insert into beneficiary (id, case_id, district_code, sequence)
                        values (:id, :caseId, :district, :sequence)
                        on conflict (id) do update
                        set case_id = excluded.case_id, district_code = excluded.district_code,
                            sequence = excluded.sequence
                        where beneficiary.sequence < excluded.sequence""")
                .setParameter("id", beneficiary.id())
                .setParameter("caseId", beneficiary.caseId())
                .setParameter("district", beneficiary.districtCode())
                .setParameter("sequence", sequence)
                .executeUpdate();
    }
}
