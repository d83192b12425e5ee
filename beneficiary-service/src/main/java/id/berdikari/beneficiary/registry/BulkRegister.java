package id.berdikari.beneficiary.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.registry.HouseholdResource.RegisterHouseholdRequest;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes many households into the register at once, each by the rules for a single one. */
@ApplicationScoped
public class BulkRegister {

    /** What the register holds already, of what was asked for. */
    public record Held(Set<String> kkIndexes, Set<String> nikIndexes) {}

    /** A household's id, and its members in the order of the application. */
    public record Registered(UUID householdId, List<PersonProfile> members) {
        public List<UUID> personIds() {
            return members.stream().map(PersonProfile::id).toList();
        }
    }

    /** A known household or person whose record the application changes; without an id a member who is new. */
    public record Correction(UUID householdId, boolean ofHousehold, List<Member> members) {
        public record Member(@Nullable UUID personId, boolean changed) {}
    }

    private final Households households;
    private final Persons persons;
    private final Memberships memberships;
    private final HouseholdRegister householdRegister;
    private final PersonRegister personRegister;
    private final Composition composition;
    private final Registrar registrar;
    private final IdentityVault vault;
    private final NameKeys names;
    private final DuplicateWatch watch;
    private final AuditLog audit;
    private final Validator validator;
    private final ObjectMapper json;

    BulkRegister(
            Households households,
            Persons persons,
            Memberships memberships,
            HouseholdRegister householdRegister,
            PersonRegister personRegister,
            Composition composition,
            Registrar registrar,
            IdentityVault vault,
            NameKeys names,
            DuplicateWatch watch,
            AuditLog audit,
            Validator validator,
            ObjectMapper json) {
        this.households = households;
        this.persons = persons;
        this.memberships = memberships;
        this.householdRegister = householdRegister;
        this.personRegister = personRegister;
        this.composition = composition;
        this.registrar = registrar;
        this.vault = vault;
        this.names = names;
        this.watch = watch;
        this.audit = audit;
        this.validator = validator;
        this.json = json;
    }

    /** Where the households live that are read in this transaction; asks about all these places at once. */
    public void expect(Collection<String> areaCodes) {
        registrar.expect(areaCodes);
    }

    /** Reads what registerHousehold takes, and refuses it in the same words. Whether others have its numbers is not asked yet. */
    public Application read(JsonNode registration) {
        var request = parse(registration);
        var members = new ArrayList<Newcomer>();
        for (var i = 0; i < request.members().size(); i++) {
            members.add(request.members().get(i).newcomer("/members/" + i));
        }
        var household = request.household().household("/household");
        registrar.requireVillage("/household/areaCode", household.areaCode());
        registrar.day("/since", request.since());
        composition.checkDates("/household", household);
        requireOneHead(members);
        var nikIndexes = new ArrayList<Optional<String>>();
        for (var i = 0; i < members.size(); i++) {
            var person = Objects.requireNonNull(members.get(i).person());
            personRegister.checkBirth("/members/" + i + "/person", person);
            nikIndexes.add(Optional.ofNullable(person.identity().nik()).map(vault::index));
        }
        var card = household.dwelling().familyCard();
        return new Application(
                household, request.since(), members, card == null ? null : vault.index(card), List.copyOf(nikIndexes));
    }

    /** Refuses what lies outside the caller's areas. */
    public void requireReach(String areaCode) {
        registrar.requireReach("/household/areaCode", areaCode);
    }

    /**
     * A known household and some of its people as they stand, in the form that registerHousehold takes; with nobody in it for
     * a member who is new. Refused where the caller does not reach it.
     */
    public ObjectNode standing(UUID householdId, List<Optional<UUID>> members) {
        var standing = json.createObjectNode();
        standing.set("household", json.valueToTree(HouseholdRequest.of(households.get(householdId), vault)));
        var known = persons.of(members.stream().flatMap(Optional::stream).toList()).stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
        var array = standing.putArray("members");
        for (var member : members) {
            var person = member.map(known::get).map(each -> PersonRequest.of(each, vault));
            array.addObject()
                    .set("person", person.isPresent() ? json.valueToTree(person.get()) : json.createObjectNode());
        }
        return standing;
    }

    /** Which of their numbers stand in the register already; two statements for all. */
    public Held held(Collection<Application> applications) {
        var kk = applications.stream().flatMap(each -> each.kkIndex().stream()).toArray(String[]::new);
        var nik = applications.stream()
                .flatMap(each -> each.nikIndexes().stream().flatMap(Optional::stream))
                .toArray(String[]::new);
        return new Held(households.heldFamilyCards(kk), persons.heldNationalIds(nik));
    }

    /**
     * Registers them all in the caller's transaction, in batches of statements. Whether anybody of them is in the register twice
     * is not asked before {@link #lookAt}; by name they are found at once.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<Registered> register(List<Application> applications) {
        var recording = registrar.recording();
        var entered = new HashMap<Application, Household>();
        for (var each : applications) {
            var household = new Household(each.household(), day(each), null, recording, vault);
            entered.put(each, household);
            households.persist(household);
        }
        households.flush();
        var people = new HashMap<Application, List<PersonProfile>>();
        for (var each : applications) {
            var members = new ArrayList<PersonProfile>();
            for (var newcomer : each.members()) {
                var known = Objects.requireNonNull(newcomer.person());
                var person = new Person(known, each.household().areaCode(), day(each), null, recording, vault);
                members.add(PersonProfile.of(person, known.identity()));
                persons.persist(person);
            }
            people.put(each, members);
        }
        persons.flush();
        var registered = new ArrayList<Registered>();
        for (var each : applications) {
            var household = Objects.requireNonNull(entered.get(each)).id();
            var members = Objects.requireNonNull(people.get(each));
            for (var i = 0; i < members.size(); i++) {
                memberships.persist(new Membership(
                        household, members.get(i).id(), each.members().get(i).relation(), day(each), recording));
            }
            registered.add(new Registered(household, members));
        }
        memberships.flush();
        audit.recordAll(
                "register-household",
                "household",
                registered.stream().map(Registered::householdId).toList());
        var entrants =
                registered.stream().flatMap(each -> each.members().stream()).toList();
        names.write(entrants);
        audit.recordAll(
                "register-person",
                "person",
                entrants.stream().map(PersonProfile::id).toList());
        return registered;
    }

    /** Looks for duplicates of people who were registered by an earlier transaction. */
    public void lookAt(List<PersonProfile> registered) {
        watch.lookAfterwards(registered);
    }

    /** The same for whoever was registered since an import came and was not looked at, because it was interrupted. */
    public void lookAtMissed(UUID importId) {
        watch.lookAtMissed(importId);
    }

    /** Lets the database count what is there now; plans made before it does so take many people for a few. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void countAnew() {
        households.countAnew();
    }

    /** Writes down what changed of a known household and its people; answers the ids of its members in their order. */
    @Transactional(Transactional.TxType.MANDATORY)
    public List<UUID> correct(Correction correction, Application changed) {
        var household = correction.householdId();
        if (correction.ofHousehold()) {
            householdRegister.correct(household, "*", changed.household(), changed.since());
        }
        var ids = new ArrayList<UUID>();
        for (var i = 0; i < correction.members().size(); i++) {
            var member = correction.members().get(i);
            var newcomer = changed.members().get(i);
            if (member.changed()) {
                requireFreeNationalId(i, changed, member.personId());
            }
            var id = member.personId() == null ? join(household, newcomer, changed.since()) : member.personId();
            if (member.personId() != null && member.changed()) {
                requireSameRelation("/members/" + i + "/relation", household, id, newcomer.relation());
                personRegister.correct(id, "*", Objects.requireNonNull(newcomer.person()), null, changed.since());
            }
            ids.add(id);
        }
        return ids;
    }

    private UUID join(UUID household, Newcomer newcomer, @Nullable LocalDate since) {
        composition.add(household, newcomer, since);
        return memberships.of(household).getLast().personId();
    }

    private void requireFreeNationalId(int place, Application changed, @Nullable UUID bearer) {
        changed.nikIndexes()
                .get(place)
                .filter(nik -> persons.holdNationalId(nik, bearer))
                .ifPresent(_ -> {
                    throw FieldProblem.at("/members/" + place + "/person/nik", "nik-already-registered");
                });
    }

    /** Relations depend on each other, so they are changed together and elsewhere. */
    private void requireSameRelation(String pointer, UUID household, UUID person, Relation relation) {
        var isOther = memberships
                .ofPerson(person)
                .filter(membership -> membership.householdId().equals(household) && membership.relation() != relation)
                .isPresent();
        if (isOther) {
            throw FieldProblem.at(pointer, "relation-differs");
        }
    }

    private RegisterHouseholdRequest parse(JsonNode registration) {
        RegisterHouseholdRequest request;
        try {
            request = json.treeToValue(registration, RegisterHouseholdRequest.class);
        } catch (JsonProcessingException refused) {
            throw new IllegalArgumentException(refused);
        }
        var violations = validator.validate(request);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return request;
    }

    private LocalDate day(Application application) {
        return registrar.day("/since", application.since());
    }

    private static void requireOneHead(List<Newcomer> members) {
        var heads = members.stream()
                .filter(member -> member.relation() == Relation.HEAD)
                .count();
        if (heads > 1) {
            throw RegistryProblem.HEAD_EXISTS.refused();
        }
    }
}
