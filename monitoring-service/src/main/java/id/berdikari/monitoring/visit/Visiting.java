package id.berdikari.monitoring.visit;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import id.berdikari.monitoring.beneficiary.BeneficiaryRegister;
import id.berdikari.monitoring.journey.JourneyBook;
import id.berdikari.monitoring.journey.JourneyStep;
import id.berdikari.monitoring.program.ProgramRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a monitor does: record a visit with what it found, and see findings mended. */
@ApplicationScoped
class Visiting {

    /** What a monitor saw. */
    record Observation(
            UUID beneficiaryId,
            UUID programId,
            LocalDate visitedOn,
            boolean suits,
            boolean lasts,
            @Nullable String notes,
            List<Shortcoming> shortcomings) {}

    /** What needs mending, and how that could be done. */
    record Shortcoming(String description, @Nullable String correctiveAction) {}

    private final Visits visits;
    private final Findings findings;
    private final FollowUps followUps;
    private final BeneficiaryRegister beneficiaries;
    private final ProgramRegister programs;
    private final JourneyBook journeys;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final LocalDates dates;

    Visiting(
            Visits visits,
            Findings findings,
            FollowUps followUps,
            BeneficiaryRegister beneficiaries,
            ProgramRegister programs,
            JourneyBook journeys,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            LocalDates dates) {
        this.visits = visits;
        this.findings = findings;
        this.followUps = followUps;
        this.beneficiaries = beneficiaries;
        this.programs = programs;
        this.journeys = journeys;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.dates = dates;
    }

    /** The first visit of a programme schedules its follow-ups; each later one answers the earliest that is due. */
    @Transactional
    Visit visit(Observation observation) {
        var beneficiary = beneficiaries.awaited(observation.beneficiaryId());
        var handedOverOn = programs.lockHandedOver(observation.programId(), beneficiary.id());
        dates.past("/visitedOn", observation.visitedOn(), handedOverOn);
        var isFirst = !visits.existFor(observation.programId());
        var visit = new Visit(observation, beneficiary.districtCode(), caller.subject());
        visits.persist(visit);
        if (isFirst) {
            followUps.persist(FollowUp.after(visit));
        } else {
            followUps.earliestOpen(visit.programId(), visit.visitedOn()).ifPresent(followUp -> followUp.doneBy(visit));
        }
        outbox.append(visit.recorded());
        journeys.did(JourneyStep.VISITED, visit.id(), beneficiary.id(), visit.visitedOn());
        observation.shortcomings().forEach(shortcoming -> raise(visit, shortcoming));
        audit.record("record-visit", "visit", visit.id(), null);
        return visit;
    }

    @Transactional
    Finding resolve(UUID findingId, LocalDate on, String action) {
        var finding = findings.locked(findingId);
        caller.reach(finding.districtCode());
        dates.past("/resolvedOn", on, finding.raisedOn());
        outbox.append(finding.resolve(on, action, caller.subject()));
        journeys.did(JourneyStep.FINDING_RESOLVED, findingId, finding.beneficiaryId(), on);
        audit.record("resolve-finding", "finding", findingId, null);
        return finding;
    }

    private void raise(Visit visit, Shortcoming shortcoming) {
        var finding = new Finding(visit, shortcoming.description(), shortcoming.correctiveAction());
        findings.persist(finding);
        outbox.append(finding.raised());
        journeys.did(JourneyStep.FINDING_RAISED, finding.id(), visit.beneficiaryId(), visit.visitedOn());
    }
}
