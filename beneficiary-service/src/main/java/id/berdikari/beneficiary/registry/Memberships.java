package id.berdikari.beneficiary.registry;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {

    private static final String OPEN = " and until is null and struckAt is null";
    private static final String ON_A_DAY = " and since <= ?2 and (until is null or until > ?2) and struckAt is null";

    private final Session session;

    Memberships(Session session) {
        this.session = session;
    }

    /** Who lives in a household now, longest first. */
    List<Membership> of(UUID householdId) {
        return list("householdId = ?1" + OPEN + " order by id", householdId);
    }

    List<Membership> ofAll(Collection<UUID> householdIds) {
        return open("household_id = any(cast(:ids as uuid[]))", householdIds);
    }

    /** Who lived in a household on a day: not any more whoever left on it. */
    List<Membership> of(UUID householdId, LocalDate day) {
        return list("householdId = ?1" + ON_A_DAY + " order by id", householdId, day);
    }

    Optional<Membership> ofPerson(UUID personId) {
        return find("personId = ?1" + OPEN, personId).firstResultOptional();
    }

    Optional<Membership> ofPerson(UUID personId, LocalDate day) {
        return find("personId = ?1" + ON_A_DAY + " order by id desc", personId, day)
                .firstResultOptional();
    }

    List<Membership> ofPersons(Collection<UUID> personIds) {
        return open("person_id = any(cast(:ids as uuid[]))", personIds);
    }

    /** With an array, for a list of another length would be another statement each time. */
    private List<Membership> open(String whose, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return session.createNativeQuery(
                        "select * from membership where " + whose
                                + " and until is null and struck_at is null order by id",
                        Membership.class)
                .setParameter("ids", ids.toArray(UUID[]::new))
                .list();
    }

    /** All that was ever written down about who lived in a household, newest first. */
    List<Membership> historyOf(UUID householdId) {
        return list("householdId = ?1 order by id desc", householdId);
    }

    List<Membership> historyOfPerson(UUID personId) {
        return list("personId = ?1 order by id desc", personId);
    }

    /** The day on which somebody left the household they lived in last. */
    @Nullable
    LocalDate lastLeft(UUID personId) {
        return session.createNativeQuery(
                        "select max(until) from membership where person_id = :person and struck_at is null",
                        LocalDate.class)
                .setParameter("person", personId)
                .getSingleResultOrNull();
    }

    /** The household to lock before the person; a plain value, because what it says may be old by then. */
    Optional<UUID> householdOf(UUID personId) {
        return session.createNativeQuery(
                        "select household_id from membership where person_id = :person and until is null and struck_at is null",
                        UUID.class)
                .setParameter("person", personId)
                .uniqueResultOptional();
    }

    long countOfPerson(UUID personId) {
        return count("personId = ?1 and struckAt is null", personId);
    }
}
