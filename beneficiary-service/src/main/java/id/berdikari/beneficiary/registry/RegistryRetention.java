package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.survey.SubjectType;
import id.berdikari.beneficiary.survey.Surveys;
import id.berdikari.kit.audit.AuditLog;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.TreeSet;
import java.util.UUID;

/** Whoever died is forgotten after ten years, as long as companies must keep their books (UU 8/1997, article 11 (1)). */
@ApplicationScoped
class RegistryRetention {

    private static final int YEARS = 10;

    private final Persons persons;
    private final Households households;
    private final HouseholdRevisions revisions;
    private final Memberships memberships;
    private final PersonRegister register;
    private final Surveys surveys;
    private final ErasureWatch erasures;
    private final Registrar registrar;
    private final AuditLog audit;

    RegistryRetention(
            Persons persons,
            Households households,
            HouseholdRevisions revisions,
            Memberships memberships,
            PersonRegister register,
            Surveys surveys,
            ErasureWatch erasures,
            Registrar registrar,
            AuditLog audit) {
        this.persons = persons;
        this.households = households;
        this.revisions = revisions;
        this.memberships = memberships;
        this.register = register;
        this.surveys = surveys;
        this.erasures = erasures;
        this.registrar = registrar;
        this.audit = audit;
    }

    /** Often enough that a batch a time keeps up and a failed one is made good the same day. */
    @Scheduled(cron = "0 45 * * * ?", identity = "registry-retention")
    @Transactional
    void eraseDue() {
        erase(registrar.today());
    }

    /** Erases one batch of what is due on a date, and tells how many people it were. */
    @Transactional
    int erase(LocalDate asOf) {
        var due = persons.lockUnerased(asOf.minusYears(YEARS));
        var homes = new TreeSet<UUID>();
        for (var person : due) {
            memberships.historyOfPerson(person.id()).forEach(membership -> homes.add(membership.householdId()));
            register.erase(person, asOf);
        }
        persons.flush();
        homes.stream().filter(households::isForgotten).forEach(id -> forget(id, asOf));
        if (!due.isEmpty()) {
            Log.infof("Erased the personal data of %d people who died", due.size());
        }
        return due.size();
    }

    private void forget(UUID householdId, LocalDate asOf) {
        var household = households.findById(householdId, LockModeType.PESSIMISTIC_WRITE);
        if (household.erasedOn() == null) {
            revisions.forget(householdId);
            household.erase(asOf, registrar.now());
            erasures.householdErased(householdId, household.areaCode());
            surveys.forgetTexts(SubjectType.HOUSEHOLD, householdId);
            audit.record("erase-personal-data", "household", householdId, null);
        }
    }
}
