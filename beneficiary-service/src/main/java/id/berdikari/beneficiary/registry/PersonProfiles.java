package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens what tells one person from another, for those who compare people; leaves out who was merged or erased. */
@ApplicationScoped
public class PersonProfiles {

    private final Persons persons;
    private final Memberships memberships;
    private final IdentityVault vault;
    private final Caller caller;

    PersonProfiles(Persons persons, Memberships memberships, IdentityVault vault, Caller caller) {
        this.persons = persons;
        this.memberships = memberships;
        this.vault = vault;
        this.caller = caller;
    }

    /** By id, wherever they live. */
    public Map<UUID, PersonProfile> of(Collection<UUID> ids) {
        var wanted = persons.sealed(ids);
        var homes = memberships
                .ofPersons(wanted.stream().map(Persons.Sealed::id).toList())
                .stream()
                .collect(Collectors.toMap(Membership::personId, Membership::householdId));
        var residents = memberships.ofAll(new HashSet<>(homes.values())).stream()
                .collect(Collectors.groupingBy(
                        Membership::householdId, Collectors.mapping(Membership::personId, Collectors.toList())));
        var names = names(residents.values().stream().flatMap(List::stream).toList());
        Map<UUID, PersonProfile> profiles = new HashMap<>();
        for (var person : wanted) {
            var home = homes.get(person.id());
            var together = home == null ? List.<UUID>of() : residents.getOrDefault(home, List.of());
            var housemates = together.stream()
                    .filter(resident -> !resident.equals(person.id()))
                    .map(resident -> Objects.requireNonNullElse(names.get(resident), ""))
                    .toList();
            profiles.put(person.id(), profile(person, home, housemates));
        }
        return profiles;
    }

    /** The same without where they live and with whom; two queries and many names less. */
    public Map<UUID, PersonProfile> withoutHomes(Collection<UUID> ids) {
        return persons.sealed(ids).stream()
                .collect(Collectors.toMap(Persons.Sealed::id, person -> profile(person, null, List.of())));
    }

    /** Those after one in the order of their ids, all or changed since. */
    public List<UUID> currentAfter(@Nullable UUID after, @Nullable Instant changedSince, int most) {
        return persons.currentAfter(after, changedSince, most);
    }

    /**
     * Those of them who are neither merged nor erased, as they are now; opens only whose record was changed since it was entered.
     * Nobody changes them before the transaction ends.
     */
    public Map<UUID, PersonProfile> lockEntered(Collection<PersonProfile> entrants) {
        var locked =
                persons.lockCurrent(entrants.stream().map(PersonProfile::id).toList());
        var asEntered = locked.stream()
                .filter(Persons.Locked::isAsEntered)
                .map(Persons.Locked::id)
                .collect(Collectors.toSet());
        var profiles = withoutHomes(locked.stream()
                .filter(each -> !each.isAsEntered())
                .map(Persons.Locked::id)
                .toList());
        entrants.stream()
                .filter(entrant -> asEntered.contains(entrant.id()))
                .forEach(entrant -> profiles.put(entrant.id(), entrant));
        return profiles;
    }

    /** Those of them who are neither merged nor erased; nobody changes them before the transaction ends. */
    public Map<UUID, PersonProfile> lockWithoutHomes(Collection<UUID> ids) {
        persons.lockCurrent(ids);
        return withoutHomes(ids);
    }

    /** Who has this NIK; where two records were merged, the one that counts. */
    public Optional<UUID> withNationalId(NationalId nik) {
        return persons.withNationalId(vault.index(nik)).map(Person::id);
    }

    /** Whether the caller may see all these people. */
    public boolean areInReach(Collection<PersonProfile> profiles) {
        return profiles.stream().allMatch(profile -> caller.areas().reaches(profile.areaCode()));
    }

    private PersonProfile profile(Persons.Sealed person, @Nullable UUID home, List<String> housemates) {
        return new PersonProfile(
                person.id(),
                identity(person),
                person.birthDate(),
                person.birthYear(),
                Sex.valueOf(person.sex()),
                person.areaCode(),
                home,
                housemates);
    }

    private Identity identity(Persons.Sealed person) {
        return vault.open(Person.IDENTITY, person.id(), person.identity());
    }

    private Map<UUID, String> names(Collection<UUID> ids) {
        return persons.sealed(ids).stream()
                .collect(Collectors.toMap(
                        Persons.Sealed::id, person -> identity(person).fullName()));
    }
}
