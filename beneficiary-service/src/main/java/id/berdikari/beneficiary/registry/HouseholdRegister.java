package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.precondition.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HouseholdRegister {

    private final Households households;
    private final HouseholdRevisions revisions;
    private final Memberships memberships;
    private final Persons persons;
    private final Composition composition;
    private final Registrar registrar;
    private final IdentityVault vault;
    private final AuditLog audit;

    HouseholdRegister(
            Households households,
            HouseholdRevisions revisions,
            Memberships memberships,
            Persons persons,
            Composition composition,
            Registrar registrar,
            IdentityVault vault,
            AuditLog audit) {
        this.households = households;
        this.revisions = revisions;
        this.memberships = memberships;
        this.persons = persons;
        this.composition = composition;
        this.registrar = registrar;
        this.vault = vault;
        this.audit = audit;
    }

    @Transactional
    Household register(HouseholdRecord known, @Nullable LocalDate since, List<Newcomer> members) {
        registrar.requireVillage("/household/areaCode", known.areaCode());
        var household = composition.found("/household", known, registrar.day("/since", since), null);
        composition.settle(household, members, household.since());
        return household;
    }

    @Transactional
    Household correct(UUID id, @Nullable String ifMatch, HouseholdRecord known, @Nullable LocalDate since) {
        var household = households.lock(id);
        Versions.require(ifMatch, household.version());
        household.requireActive();
        composition.check("/household", known, id);
        var from = since == null ? null : registrar.dayAfter("/since", since, household.since());
        revise(household, "/household/areaCode", known, from);
        audit.record(since == null ? "correct-household" : "update-household", "household", id, null);
        households.flush();
        return household;
    }

    /** The whole household lives elsewhere from a day on. */
    @Transactional
    Household move(UUID id, LocalDate on, String areaCode, String address) {
        var household = households.lock(id);
        household.requireActive();
        registrar.dayAfter("/on", on, household.since());
        var card = Objects.requireNonNull(household.dwelling(vault)).familyCard();
        var known = new HouseholdRecord(areaCode, new Dwelling(card, address), household.facts());
        revise(household, "/areaCode", known, on);
        audit.record("move-household", "household", id, null);
        households.flush();
        return household;
    }

    /** Opens the KK number, and keeps who did so and why. */
    @Transactional
    String familyCard(UUID id, DisclosureReason reason) {
        var dwelling = households.get(id).dwelling(vault);
        if (dwelling == null || dwelling.familyCard() == null) {
            throw RegistryProblem.NO_FAMILY_CARD_KNOWN.refused();
        }
        audit.record("read-family-card", "household", id, reason.name());
        return dwelling.familyCard().digits();
    }

    private void revise(Household household, String areaPointer, HouseholdRecord known, @Nullable LocalDate from) {
        var recording = registrar.recording();
        if (!known.areaCode().equals(household.areaCode())) {
            registrar.requireVillage(areaPointer, known.areaCode());
            var members = memberships.of(household.id()).stream()
                    .map(Membership::personId)
                    .toList();
            persons.lockAll(members);
            persons.of(members).forEach(person -> person.settle(known.areaCode(), recording));
        }
        revisions.persist(household.revise(known, from, recording, vault));
    }
}
