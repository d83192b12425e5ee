package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.problem.KitProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Makes two records of one person one, and two again. Households are locked first and people after them, as wherever who
 * lives with whom changes.
 */
@ApplicationScoped
public class PersonMerging {

    /** What can be taken from either record. */
    @Schema(name = "SurvivingField")
    public enum Field {
        FULL_NAME,
        NIK,
        PHONE,
        BIRTH,
        SEX,
        EDUCATION,
        MARITAL_STATUS,
        LIVELIHOOD,
        FUNCTIONING,
        HOME
    }

    private final Persons persons;
    private final PersonRevisions revisions;
    private final PersonMerges merges;
    private final Memberships memberships;
    private final Households households;
    private final Registrar registrar;
    private final IdentityVault vault;
    private final AuditLog audit;

    PersonMerging(
            Persons persons,
            PersonRevisions revisions,
            PersonMerges merges,
            Memberships memberships,
            Households households,
            Registrar registrar,
            IdentityVault vault,
            AuditLog audit) {
        this.persons = persons;
        this.revisions = revisions;
        this.merges = merges;
        this.memberships = memberships;
        this.households = households;
        this.registrar = registrar;
        this.vault = vault;
        this.audit = audit;
    }

    /** Everything stays as the survivor has it but the fields taken from the other; answers what can take it back. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID merge(UUID survivorId, UUID absorbedId, Set<Field> fromAbsorbed) {
        if (survivorId.equals(absorbedId)) {
            throw RegistryProblem.PERSON_MERGE_INTO_ITSELF.refused();
        }
        var recording = registrar.recording();
        lock(survivorId, absorbedId, recording);
        var survivor = persons.get(survivorId);
        var absorbed = persons.get(absorbedId);
        survivor.requireCurrent();
        absorbed.requireCurrent();
        if ((survivor.diedOn() == null) != (absorbed.diedOn() == null)) {
            throw RegistryProblem.PERSON_DECEASED.refused();
        }
        var kept = survivor.known(vault);
        var given = absorbed.known(vault);
        var merge = new PersonMerge(survivor, absorbedId, recording);

        absorbed.mergeInto(survivorId, fromAbsorbed.contains(Field.NIK), recording);
        persons.flush();
        var chosen = choose(kept, given, fromAbsorbed);
        if (!chosen.equals(kept)) {
            var before = survivor.revise(chosen, null, recording, vault);
            revisions.persist(before);
            merge.revised(before);
        }
        rehouse(merge, survivor, absorbed, fromAbsorbed.contains(Field.HOME), recording);
        survivor.settle(fromAbsorbed.contains(Field.HOME) ? absorbed.areaCode() : survivor.areaCode(), recording);
        audit.record("merge-person", "person", survivorId, null);
        audit.record("merge-person", "person", absorbedId, null);
        persons.flush();
        merge.completed(survivor);
        merges.persist(merge);
        return merge.id();
    }

    /** Two records again, each as it was; refused once the merged one was changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void undo(UUID mergeId) {
        var merge = merges.findById(mergeId);
        var recording = registrar.recording();
        var ended = memberships.list("id in ?1", merge.closed());
        var homes = new TreeSet<UUID>();
        ended.forEach(membership -> homes.add(membership.householdId()));
        homes.forEach(id -> households.lock(id).touch(recording));
        persons.lockAll(List.of(merge.survivorId(), merge.absorbedId()));
        var survivor = persons.get(merge.survivorId());
        survivor.requireCurrent();
        merge.requireUnchanged(survivor);
        var absorbed = persons.findById(merge.absorbedId());

        if (merge.revisionId() != null) {
            var before = revisions.findById(merge.revisionId());
            var known = new PersonRecord(before.identity(vault), before.facts());
            revisions.persist(survivor.revise(known, merge.sinceBefore(), recording, vault));
        }
        survivor.settle(merge.areaBefore(), recording);
        persons.flush();
        absorbed.separate(recording, vault);
        if (merge.opened() != null) {
            var begun = memberships.findById(merge.opened());
            if (!begun.isOpen()) {
                throw RegistryProblem.CHANGED_SINCE_MERGE.refused();
            }
            begun.strike(recording);
            memberships.flush();
        }
        ended.forEach(Membership::reopen);
        merge.undone(recording);
        audit.record("undo-merge-person", "person", merge.survivorId(), null);
        audit.record("undo-merge-person", "person", merge.absorbedId(), null);
        persons.flush();
    }

    private void lock(UUID survivorId, UUID absorbedId, Recording recording) {
        var homes = homesOf(survivorId, absorbedId);
        new TreeSet<>(homes).forEach(id -> households.lock(id).touch(recording));
        persons.lockAll(List.of(survivorId, absorbedId));
        if (!homesOf(survivorId, absorbedId).equals(homes)) {
            throw KitProblem.CHANGED_MEANWHILE.refused();
        }
    }

    private List<UUID> homesOf(UUID one, UUID other) {
        var homes = new ArrayList<UUID>();
        memberships.householdOf(one).ifPresent(homes::add);
        memberships.householdOf(other).ifPresent(homes::add);
        return homes;
    }

    /** The absorbed record lives nowhere from now on: there never was a second person. */
    private void rehouse(PersonMerge merge, Person survivor, Person absorbed, boolean takesHome, Recording recording) {
        var own = memberships.ofPerson(survivor.id());
        var other = memberships.ofPerson(absorbed.id());
        var ended = new ArrayList<Membership>();
        other.ifPresent(membership -> {
            membership.strike(recording);
            ended.add(membership);
        });
        Membership begun = null;
        if (takesHome) {
            own.ifPresent(membership -> {
                leave(membership, other, recording);
                ended.add(membership);
            });
            memberships.flush();
            begun = other.map(membership -> new Membership(
                            membership.householdId(),
                            survivor.id(),
                            membership.relation(),
                            membership.since(),
                            recording))
                    .orElse(null);
            if (begun != null) {
                memberships.persist(begun);
            }
        }
        memberships.flush();
        merge.rehoused(ended, begun);
    }

    /** Who was registered again after a move lived in both places, one after the other. */
    private static void leave(Membership own, Optional<Membership> next, Recording recording) {
        var movedOn = next.map(Membership::since).filter(day -> day.isAfter(own.since()));
        if (movedOn.isPresent()) {
            own.end(movedOn.get(), Membership.Ending.MERGED, recording);
        } else {
            own.strike(recording);
        }
    }

    private static PersonRecord choose(PersonRecord kept, PersonRecord given, Set<Field> taken) {
        var ours = kept.identity();
        var theirs = given.identity();
        var facts = kept.facts();
        var others = given.facts();
        var birth = taken.contains(Field.BIRTH) ? others : facts;
        return new PersonRecord(
                new Identity(
                        Objects.requireNonNull(pick(taken, Field.FULL_NAME, ours.fullName(), theirs.fullName())),
                        pick(taken, Field.NIK, ours.nik(), theirs.nik()),
                        pick(taken, Field.PHONE, ours.phone(), theirs.phone()),
                        null),
                new PersonFacts(
                        birth.birthDate(),
                        birth.birthYear(),
                        Objects.requireNonNull(pick(taken, Field.SEX, facts.sex(), others.sex())),
                        pick(taken, Field.EDUCATION, facts.education(), others.education()),
                        pick(taken, Field.MARITAL_STATUS, facts.maritalStatus(), others.maritalStatus()),
                        pick(taken, Field.LIVELIHOOD, facts.livelihood(), others.livelihood()),
                        pick(taken, Field.FUNCTIONING, facts.functioning(), others.functioning())));
    }

    private static <T> @Nullable T pick(Set<Field> taken, Field field, @Nullable T ours, @Nullable T theirs) {
        return taken.contains(field) ? theirs : ours;
    }
}
