package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.problem.KitProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who lives with whom. Each change locks the households first and the people after them, both in the order of their ids, and
 * gives the households a new version.
 */
@ApplicationScoped
class Composition {

    private final Households households;
    private final Memberships memberships;
    private final Persons persons;
    private final PersonRegister register;
    private final Registrar registrar;
    private final IdentityVault vault;
    private final AuditLog audit;

    Composition(
            Households households,
            Memberships memberships,
            Persons persons,
            PersonRegister register,
            Registrar registrar,
            IdentityVault vault,
            AuditLog audit) {
        this.households = households;
        this.memberships = memberships;
        this.persons = persons;
        this.register = register;
        this.registrar = registrar;
        this.vault = vault;
        this.audit = audit;
    }

    /** Enters a household in the transaction of a larger step; {@code at} points to it in its request. */
    Household found(String at, HouseholdRecord known, LocalDate since, @Nullable UUID splitFrom) {
        check(at, known, null);
        var household = new Household(known, since, splitFrom, registrar.recording(), vault);
        households.persist(household);
        audit.record("register-household", "household", household.id(), null);
        households.flush();
        return household;
    }

    void check(String at, HouseholdRecord known, @Nullable UUID self) {
        checkDates(at, known);
        var card = known.dwelling().familyCard();
        if (card != null && households.holdFamilyCard(vault.index(card), self)) {
            throw RegistryProblem.FAMILY_CARD_ALREADY_REGISTERED.refused();
        }
    }

    void checkDates(String at, HouseholdRecord known) {
        var dtsen = known.facts().dtsen();
        if (dtsen != null) {
            registrar.dayAfter(at + "/dtsen/date", dtsen.date(), null);
        }
    }

    /** Lets people, known or new, live in a household that the caller has locked or just founded. */
    void settle(Household household, List<Newcomer> newcomers, LocalDate since) {
        var known = new ArrayList<UUID>();
        for (var newcomer : newcomers) {
            if (newcomer.personId() != null) {
                known.add(newcomer.personId());
            }
        }
        persons.lockAll(known);
        for (var i = 0; i < newcomers.size(); i++) {
            join(household, "/members/" + i, newcomers.get(i), since);
        }
    }

    @Transactional
    Household add(UUID householdId, Newcomer newcomer, @Nullable LocalDate since) {
        var household = households.lock(householdId);
        household.touch(registrar.recording());
        join(household, "/member", newcomer, registrar.day("/since", since));
        audit.record("add-member", "household", householdId, null);
        households.flush();
        return household;
    }

    /** Somebody lives there no longer. */
    @Transactional
    Household depart(UUID householdId, UUID personId, LocalDate on) {
        var household = households.lock(householdId);
        var recording = registrar.recording();
        household.touch(recording);
        persons.lockAll(List.of(personId));
        var membership = member(householdId, personId);
        membership.end(registrar.dayAfter("/on", on, membership.since()), Membership.Ending.DEPARTED, recording);
        persons.get(personId).settle(household.areaCode(), recording);
        audit.record("member-departed", "household", householdId, null);
        households.flush();
        return household;
    }

    /** Somebody never lived there: a slip of whoever wrote it down. */
    @Transactional
    Household strike(UUID householdId, UUID personId, @Nullable String ifMatch) {
        var household = households.lock(householdId);
        Versions.require(ifMatch, household.version());
        var recording = registrar.recording();
        household.touch(recording);
        member(householdId, personId).strike(recording);
        audit.record("strike-member", "household", householdId, null);
        households.flush();
        return household;
    }

    /** Relates all members to the head: from a day on or, without a day, because what stood there was wrong. */
    @Transactional
    Household relate(
            UUID householdId, @Nullable String ifMatch, Map<UUID, Relation> relations, @Nullable LocalDate since) {
        var household = households.lock(householdId);
        Versions.require(ifMatch, household.version());
        var recording = registrar.recording();
        household.touch(recording);
        var members = memberships.of(householdId);
        requireAll(members, relations);
        requireOneHead(relations);
        var changed = members.stream()
                .filter(member -> relations.get(member.personId()) != member.relation())
                .toList();
        for (var member : changed) {
            if (since == null) {
                member.strike(recording);
            } else {
                member.end(
                        registrar.dayAfter("/since", since, member.since()),
                        Membership.Ending.RELATION_CHANGED,
                        recording);
            }
        }
        memberships.flush();
        for (var member : changed) {
            memberships.persist(new Membership(
                    householdId,
                    member.personId(),
                    Objects.requireNonNull(relations.get(member.personId())),
                    since == null ? member.since() : since,
                    recording));
        }
        audit.record(since == null ? "correct-relations" : "change-relations", "household", householdId, null);
        households.flush();
        return household;
    }

    /** Some members found a household of their own; at least one stays. */
    @Transactional
    Household split(UUID householdId, LocalDate on, HouseholdRecord known, Map<UUID, Relation> leaving) {
        var household = households.lock(householdId);
        var recording = registrar.recording();
        household.touch(recording);
        var members = memberships.of(householdId);
        requireMembers(members, leaving);
        requireOneHead(leaving);
        if (leaving.size() == members.size()) {
            throw RegistryProblem.NOBODY_LEFT_BEHIND.refused();
        }
        registrar.requireVillage("/household/areaCode", known.areaCode());
        var founded = found("/household", known, registrar.day("/on", on), householdId);
        transfer(members, leaving, founded, on, Membership.Ending.SPLIT, recording);
        audit.record("split-household", "household", householdId, null);
        households.flush();
        return founded;
    }

    /** All members of another household live in this one from a day on; the other is no more. */
    @Transactional
    Household merge(UUID survivorId, UUID absorbedId, LocalDate on, Map<UUID, Relation> arriving) {
        if (survivorId.equals(absorbedId)) {
            throw RegistryProblem.MERGE_INTO_ITSELF.refused();
        }
        households.lockBoth(survivorId, absorbedId);
        var survivor = households.get(survivorId);
        var absorbed = households.get(absorbedId);
        var recording = registrar.recording();
        survivor.touch(recording);
        absorbed.mergeInto(survivorId, registrar.day("/on", on), recording);
        var members = memberships.of(absorbedId);
        requireAll(members, arriving);
        if (arriving.containsValue(Relation.HEAD) && hasHead(survivorId)) {
            throw RegistryProblem.HEAD_EXISTS.refused();
        }
        transfer(members, arriving, survivor, on, Membership.Ending.MERGED, recording);
        audit.record("merge-household", "household", survivorId, null);
        audit.record("merge-household", "household", absorbedId, null);
        households.flush();
        return survivor;
    }

    @Transactional
    Person die(UUID personId, LocalDate diedOn) {
        var recording = registrar.recording();
        var home = memberships.householdOf(personId);
        home.ifPresent(id -> households.lock(id).touch(recording));
        var person = persons.lock(personId);
        var membership = memberships.ofPerson(personId);
        if (!membership.map(Membership::householdId).equals(home)) {
            throw KitProblem.CHANGED_MEANWHILE.refused();
        }
        person.requireAlive();
        var facts = person.facts();
        if (diedOn.getYear() < facts.birthYear() || (facts.birthDate() != null && diedOn.isBefore(facts.birthDate()))) {
            throw FieldProblem.at("/diedOn", "death-before-birth");
        }
        registrar.dayAfter("/diedOn", diedOn, membership.map(Membership::since).orElse(null));
        membership.ifPresent(each -> each.end(diedOn, Membership.Ending.DIED, recording));
        person.die(diedOn, recording);
        audit.record("record-death", "person", personId, null);
        persons.flush();
        return person;
    }

    /** The dead live: whoever recorded it was wrong. They may join a household again from that day on. */
    @Transactional
    Person revive(UUID personId, @Nullable String ifMatch) {
        var person = persons.lock(personId);
        Versions.require(ifMatch, person.version());
        person.revive(registrar.recording());
        audit.record("revoke-death", "person", personId, null);
        persons.flush();
        return person;
    }

    private void join(Household household, String at, Newcomer newcomer, LocalDate since) {
        household.requireActive();
        if (newcomer.relation() == Relation.HEAD && hasHead(household.id())) {
            throw RegistryProblem.HEAD_EXISTS.refused();
        }
        var personId = newcomer.personId() == null
                ? register.enter(
                                at + "/person",
                                Objects.requireNonNull(newcomer.person()),
                                household.areaCode(),
                                since,
                                null)
                        .id()
                : welcome(household, at, newcomer.personId(), since);
        memberships.persist(
                new Membership(household.id(), personId, newcomer.relation(), since, registrar.recording()));
        memberships.flush();
    }

    private UUID welcome(Household household, String at, UUID personId, LocalDate since) {
        var person = persons.lockNamed(at + "/personId", personId);
        person.requireAlive();
        if (memberships.ofPerson(personId).isPresent()) {
            throw RegistryProblem.ALREADY_IN_A_HOUSEHOLD.refused();
        }
        registrar.dayAfter("/since", since, memberships.lastLeft(personId));
        person.settle(household.areaCode(), registrar.recording());
        return personId;
    }

    private void transfer(
            List<Membership> members,
            Map<UUID, Relation> relations,
            Household to,
            LocalDate on,
            Membership.Ending ending,
            Recording recording) {
        persons.lockAll(relations.keySet());
        var moving = members.stream()
                .filter(member -> relations.containsKey(member.personId()))
                .toList();
        moving.forEach(member -> member.end(registrar.dayAfter("/on", on, member.since()), ending, recording));
        memberships.flush();
        for (var member : moving) {
            memberships.persist(new Membership(
                    to.id(),
                    member.personId(),
                    Objects.requireNonNull(relations.get(member.personId())),
                    on,
                    recording));
        }
        persons.of(relations.keySet()).forEach(person -> person.settle(to.areaCode(), recording));
    }

    private boolean hasHead(UUID householdId) {
        return memberships.of(householdId).stream().anyMatch(member -> member.relation() == Relation.HEAD);
    }

    private Membership member(UUID householdId, UUID personId) {
        return memberships.of(householdId).stream()
                .filter(member -> member.personId().equals(personId))
                .findFirst()
                .orElseThrow(RegistryProblem.NOT_A_MEMBER::refused);
    }

    private static void requireMembers(List<Membership> members, Map<UUID, Relation> named) {
        var living = members.stream().map(Membership::personId).collect(Collectors.toSet());
        if (!living.containsAll(named.keySet())) {
            throw FieldProblem.at("/members", "not-all-members");
        }
    }

    private static void requireAll(List<Membership> members, Map<UUID, Relation> named) {
        requireMembers(members, named);
        if (named.size() != members.size()) {
            throw FieldProblem.at("/members", "members-missing");
        }
    }

    private static void requireOneHead(Map<UUID, Relation> relations) {
        if (relations.values().stream()
                        .filter(relation -> relation == Relation.HEAD)
                        .count()
                != 1) {
            throw FieldProblem.at("/members", "one-head");
        }
    }
}
