package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.security.Caller;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class Measurements implements PanacheRepositoryBase<Measurement, UUID> {

    private static final int YEARS_THAT_STAY = 5;

    private final Session session;
    private final Caller caller;

    Measurements(Session session, Caller caller) {
        this.session = session;
        this.caller = caller;
    }

    /** What a survey says by each set, as it stands. */
    List<Measurement> standing(UUID surveyId) {
        return list("submissionId = ?1 and supersededAt is null", surveyId);
    }

    void supersede(UUID id, Instant at) {
        session.createNativeMutationQuery("update poverty_measurement set superseded_at = :at where id = :id")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate();
    }

    List<Measurement> ofHousehold(UUID householdId, Keyset keyset) {
        return session.createNativeQuery("""
                        select * from poverty_measurement where household_id = :household and id < :before order by id desc
                        """, Measurement.class)
                .setParameter("household", householdId)
                .setParameter("before", keyset.before())
                .setMaxResults(keyset.fetch())
                .list();
    }

    /** Those of the households in which somebody lived when they were measured, as far as they lived in the caller's areas. */
    List<Measurement> ofPerson(Collection<UUID> records, Keyset keyset) {
        return session.createNativeQuery("""
                        select * from poverty_measurement
                        where id < :before and area_code like any(:scope) and id in (
                            select measurement_id from poverty_measurement_member where person_id = any(:records))
                        order by id desc
                        """, Measurement.class)
                .setParameter("scope", caller.areas().patterns())
                .setParameter("records", records.toArray(UUID[]::new))
                .setParameter("before", keyset.before())
                .setMaxResults(keyset.fetch())
                .list();
    }

    /** That somebody of that sex and about that age was there stays, for the figures of the area; who it was does not. */
    void forgetPerson(UUID personId) {
        session.createNativeMutationQuery("""
                        update poverty_measurement_member set person_id = null, age = age - age % :years
                        where person_id = :person
                        """)
                .setParameter("years", YEARS_THAT_STAY)
                .setParameter("person", personId)
                .executeUpdate();
    }

    void forgetHousehold(UUID householdId, String areaCode) {
        session.createNativeMutationQuery("""
                        update poverty_measurement set area_code = :area where household_id = :household
                        """)
                .setParameter("area", areaCode)
                .setParameter("household", householdId)
                .executeUpdate();
    }
}
