package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Sex;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who lived where, as other features count them. */
@ApplicationScoped
public class Residents {

    /** Somebody as they were on a day; the person is null where they are erased, {@code disabled} where nobody had asked. */
    public record Resident(
            @Nullable UUID personId,
            Sex sex,
            int age,
            @Nullable Boolean disabled) {}

    /** Who lived in a household. */
    public record Composed(LocalDate on, List<Resident> members) {}

    private final Households households;
    private final Memberships memberships;
    private final Persons persons;
    private final PersonRevisions revisions;

    Residents(Households households, Memberships memberships, Persons persons, PersonRevisions revisions) {
        this.households = households;
        this.memberships = memberships;
        this.persons = persons;
        this.revisions = revisions;
    }

    /**
     * Who was alive and lived in a household on a day or, where the register knows its members only since later, on the first
     * day that it knows of; nothing of a household that is erased. Two records of one person count once.
     */
    public Optional<Composed> on(UUID householdId, LocalDate day) {
        var household = households.findByIdOptional(householdId);
        return household.filter(each -> each.erasedOn() == null).map(_ -> composed(householdId, day));
    }

    /** Refuses a household that is not there or not for the caller. */
    public void requireHousehold(UUID householdId) {
        households.get(householdId);
    }

    /** All records of somebody: theirs and those that were merged into it; refuses who is not there or not for the caller. */
    public Set<UUID> recordsOf(UUID personId) {
        return recordsOf(persons.get(personId));
    }

    private Set<UUID> recordsOf(Person person) {
        var records = new HashSet<UUID>(Set.of(person.id()));
        persons.absorbedBy(person.id()).forEach(absorbed -> records.addAll(recordsOf(absorbed)));
        return records;
    }

    private Composed composed(UUID householdId, LocalDate day) {
        var standing = memberships.historyOf(householdId).stream()
                .filter(membership -> membership.struckAt() == null)
                .toList();
        var first = standing.stream().map(Membership::since).min(LocalDate::compareTo);
        var on = first.filter(known -> known.isAfter(day)).orElse(day);
        var members = standing.stream()
                .filter(membership -> membership.holdsOn(on))
                .map(Membership::personId)
                .toList();
        var people = persons.of(members).stream()
                .map(persons::survivor)
                .distinct()
                .filter(person -> person.diedOn() == null || person.diedOn().isAfter(on))
                .sorted(Comparator.comparing(Person::id))
                .map(person -> resident(person, on))
                .toList();
        return new Composed(on, people);
    }

    private Resident resident(Person person, LocalDate day) {
        var states = new ArrayList<PersonState>(List.of(person));
        states.addAll(revisions.of(person.id()));
        var facts = PersonState.asOf(day, states).orElse(states.getLast()).facts();
        var id = person.erasedOn() == null ? person.id() : null;
        return new Resident(id, facts.sex(), Math.max(facts.ageOn(day), 0), facts.disabled());
    }
}
