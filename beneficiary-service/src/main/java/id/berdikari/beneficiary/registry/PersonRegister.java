package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.survey.SubjectType;
import id.berdikari.beneficiary.survey.Surveys;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
public class PersonRegister {

    /** What a case needs to know of somebody in the register. */
    public record KnownPerson(UUID id, @Nullable String nikIndex) {}

    private final Persons persons;
    private final PersonRevisions revisions;
    private final Memberships memberships;
    private final Surveys surveys;
    private final Registrar registrar;
    private final DuplicateWatch watch;
    private final ErasureWatch erasures;
    private final IdentityVault vault;
    private final AuditLog audit;

    PersonRegister(
            Persons persons,
            PersonRevisions revisions,
            Memberships memberships,
            Surveys surveys,
            Registrar registrar,
            DuplicateWatch watch,
            ErasureWatch erasures,
            IdentityVault vault,
            AuditLog audit) {
        this.persons = persons;
        this.revisions = revisions;
        this.memberships = memberships;
        this.surveys = surveys;
        this.registrar = registrar;
        this.watch = watch;
        this.erasures = erasures;
        this.vault = vault;
        this.audit = audit;
    }

    /** Registers somebody of whom no household is known. */
    @Transactional
    Person register(PersonRecord known, String areaCode, @Nullable LocalDate since) {
        registrar.requireHome("/areaCode", areaCode);
        return enter("/person", known, areaCode, registrar.day("/since", since), null);
    }

    /** Enters somebody in the transaction of a larger step; {@code at} points to them in its request. */
    Person enter(String at, PersonRecord known, String areaCode, LocalDate since, @Nullable UUID caseId) {
        check(at, known, null);
        var person = new Person(known, areaCode, since, caseId, registrar.recording(), vault);
        persons.persist(person);
        audit.record("register-person", "person", person.id(), null);
        persons.flush();
        watch.look(List.of(person.id()));
        return person;
    }

    @Transactional
    Person correct(
            UUID id,
            @Nullable String ifMatch,
            PersonRecord known,
            @Nullable String areaCode,
            @Nullable LocalDate since) {
        var person = persons.lock(id);
        Versions.require(ifMatch, person.version());
        check("/person", known, id);
        var from = since == null ? null : registrar.dayAfter("/since", since, person.since());
        var recording = registrar.recording();
        revisions.persist(person.revise(known, from, recording, vault));
        if (areaCode != null && !areaCode.equals(person.areaCode())) {
            if (memberships.ofPerson(id).isPresent()) {
                throw FieldProblem.at("/areaCode", "area-follows-household");
            }
            registrar.requireHome("/areaCode", areaCode);
            person.settle(areaCode, recording);
        }
        audit.record(since == null ? "correct-person" : "update-person", "person", id, null);
        persons.flush();
        watch.look(List.of(id));
        return person;
    }

    /** Opens the NIK, and keeps who did so and why. */
    @Transactional
    String nationalId(UUID id, DisclosureReason reason) {
        var identity = persons.get(id).identity(vault);
        if (identity == null || identity.nik() == null) {
            throw RegistryProblem.NO_NIK_KNOWN.refused();
        }
        audit.record("read-national-id", "person", id, reason.name());
        return identity.nik().digits();
    }

    /** Enters whom a case is about. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID enterCandidate(
            UUID caseId, Identity candidate, LocalDate birthDate, Sex sex, String areaCode, LocalDate since) {
        var identity = new Identity(candidate.fullName(), candidate.nik(), candidate.phone(), null);
        var facts = new PersonFacts(birthDate, birthDate.getYear(), sex, null, null, null, null);
        return enter("", new PersonRecord(identity, facts), areaCode, since, caseId)
                .id();
    }

    /** Somebody alive whom a case may be about; refuses at the pointer where there is nobody such in the caller's reach. */
    @Transactional(Transactional.TxType.MANDATORY)
    public KnownPerson require(String pointer, UUID id) {
        var person = persons.lockNamed(pointer, id);
        person.requireAlive();
        return new KnownPerson(person.id(), person.nikIndex());
    }

    /** Whoever has this NIK, as far as the caller may see them. */
    public Optional<UUID> withNationalId(String nikIndex) {
        return persons.withNationalId(nikIndex).map(Person::id);
    }

    /** Who came into the register because of a case. */
    public List<UUID> enteredFor(UUID caseId) {
        return persons.enteredFor(caseId).stream().map(Person::id).toList();
    }

    /** Forgets somebody whom no case needs any more, unless they came to live in a household or another record is theirs. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(UUID id, LocalDate day) {
        var person = persons.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (person.erasedOn() == null
                && memberships.countOfPerson(id) == 0
                && persons.absorbedBy(id).isEmpty()) {
            erase(person, day);
        }
    }

    /** Also forgets what was merged into it. */
    void erase(Person person, LocalDate day) {
        if (person.erasedOn() != null) {
            return;
        }
        persons.absorbedBy(person.id()).forEach(absorbed -> erase(absorbed, day));
        revisions.forget(person.id());
        watch.forget(person.id());
        erasures.personErased(person.id());
        person.erase(day, registrar.now());
        surveys.forgetTexts(SubjectType.PERSON, person.id());
        audit.record("erase-personal-data", "person", person.id(), null);
    }

    private void check(String at, PersonRecord known, @Nullable UUID self) {
        checkBirth(at, known);
        var nik = known.identity().nik();
        if (nik != null && persons.holdNationalId(vault.index(nik), self)) {
            throw RegistryProblem.NIK_ALREADY_REGISTERED.refused();
        }
    }

    void checkBirth(String at, PersonRecord known) {
        var facts = known.facts();
        if (facts.birthDate() != null) {
            registrar.dayAfter(at + "/birthDate", facts.birthDate(), null);
        } else if (facts.birthYear() > registrar.today().getYear()) {
            throw FieldProblem.at(at + "/birthYear", "date-in-future");
        }
    }
}
