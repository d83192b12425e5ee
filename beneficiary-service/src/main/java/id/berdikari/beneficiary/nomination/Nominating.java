package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.identity.DisclosureReason;
import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.registry.PersonRegister;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Nominating {

    /** What somebody says about a person who may need help. */
    record Notice(
            @Nullable LocalDate nominatedOn,
            Candidate candidate,
            @Nullable UUID personId,
            String livelihood,
            String reason,
            Identity nominator) {}

    private final Nominations nominations;
    private final PersonRegister people;
    private final Gazetteer gazetteer;
    private final IdentityVault vault;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    Nominating(
            Nominations nominations,
            PersonRegister people,
            Gazetteer gazetteer,
            IdentityVault vault,
            Outbox outbox,
            AuditLog audit,
            LocalDates dates,
            Clock clock,
            Caller caller) {
        this.nominations = nominations;
        this.people = people;
        this.gazetteer = gazetteer;
        this.vault = vault;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    @Transactional
    Nomination nominate(Notice notice) {
        check("/candidate", notice.candidate());
        var nominatedOn =
                notice.nominatedOn() == null ? dates.today() : dates.past("/nominatedOn", notice.nominatedOn(), null);
        var nomination = new Nomination(
                origin(nominatedOn),
                notice.candidate(),
                notice.livelihood(),
                notice.reason(),
                notice.nominator(),
                vault);
        if (notice.personId() != null) {
            nomination.identify(people.require("/personId", notice.personId()));
        }
        nominations.persist(nomination);
        outbox.append(nomination.nominated());
        audit.record("nominate", "nomination", nomination.id(), null);
        return nomination;
    }

    @Transactional
    Nomination correct(UUID id, @Nullable String ifMatch, Candidate candidate) {
        var nomination = nominations.lock(id);
        Versions.require(ifMatch, nomination.version());
        check("", candidate);
        nomination.correct(candidate, vault);
        audit.record("correct-candidate", "nomination", id, null);
        nominations.flush();
        return nomination;
    }

    /** Opens the NIK, and keeps who did so and why. */
    @Transactional
    String nationalId(UUID id, DisclosureReason reason) {
        var nomination = nominations.get(id);
        var candidate = nomination.candidate(vault);
        if (candidate == null || candidate.identity().nik() == null) {
            throw NominationProblem.NO_NATIONAL_ID.refused();
        }
        audit.record("read-national-id", "nomination", id, reason.name());
        return candidate.identity().nik().digits();
    }

    private void check(String at, Candidate candidate) {
        gazetteer.requireHome(at + "/areaCode", candidate.areaCode());
        if (!caller.isAnonymous() && !caller.areas().reaches(candidate.areaCode())) {
            throw FieldProblem.at(at + "/areaCode", "area-out-of-reach");
        }
        dates.past(at + "/birthDate", candidate.birthDate(), null);
    }

    private Nomination.Origin origin(LocalDate nominatedOn) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (caller.isAnonymous()) {
            return new Nomination.Origin(Source.PUBLIC, null, null, nominatedOn, now);
        }
        if (Nominations.isStaff(caller)) {
            return new Nomination.Origin(Source.STAFF, null, caller.subject(), nominatedOn, now);
        }
        var organisation = caller.organisation().orElseThrow(NominationProblem.ORGANISATION_MISSING::refused);
        return new Nomination.Origin(Source.PARTNER, organisation, caller.subject(), nominatedOn, now);
    }
}
