package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.registry.PersonRegister;
import id.berdikari.beneficiary.survey.SubjectType;
import id.berdikari.beneficiary.survey.Surveys;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.time.LocalDates;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;

/** Whoever was nominated by the public and turned down is forgotten 90 days later, also in the register. */
@ApplicationScoped
class PersonalDataRetention {

    private static final int DAYS = 90;

    private final Nominations nominations;
    private final PersonRegister people;
    private final Surveys surveys;
    private final AuditLog audit;
    private final LocalDates dates;

    PersonalDataRetention(
            Nominations nominations, PersonRegister people, Surveys surveys, AuditLog audit, LocalDates dates) {
        this.nominations = nominations;
        this.people = people;
        this.surveys = surveys;
        this.audit = audit;
        this.dates = dates;
    }

    /** Often enough that a batch a time keeps up and a failed one is made good the same day. */
    @Scheduled(cron = "0 15 * * * ?", identity = "personal-data-retention")
    @Transactional
    void eraseDue() {
        erase(dates.today());
    }

    /** Erases one batch of what is due on a date, and tells how many it were. */
    @Transactional
    int erase(LocalDate asOf) {
        var due = nominations.lockUnerased(asOf.minusDays(DAYS));
        for (var nomination : due) {
            nomination.erasePersonalData(asOf);
            surveys.forgetTexts(SubjectType.NOMINATION, nomination.id());
            audit.record("erase-personal-data", "nomination", nomination.id(), null);
            nominations.flush();
            people.enteredFor(nomination.id()).stream()
                    .filter(person -> !nominations.areAboutPerson(person))
                    .forEach(person -> people.forget(person, asOf));
        }
        if (!due.isEmpty()) {
            Log.infof("Erased the personal data of %d rejected public nominations", due.size());
        }
        return due.size();
    }
}
