package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.beneficiary.BeneficiaryRegister;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.PublicTextPolicy;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class Deciding {

    private final Nominations nominations;
    private final BeneficiaryRegister register;
    private final Gazetteer gazetteer;
    private final IdentityVault vault;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;
    private final Clock clock;
    private final Caller caller;

    Deciding(
            Nominations nominations,
            BeneficiaryRegister register,
            Gazetteer gazetteer,
            IdentityVault vault,
            Outbox outbox,
            AuditLog audit,
            LocalDates dates,
            Clock clock,
            Caller caller) {
        this.nominations = nominations;
        this.register = register;
        this.gazetteer = gazetteer;
        this.vault = vault;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
        this.clock = clock;
        this.caller = caller;
    }

    @Transactional
    Nomination propose(UUID id, Proposal proposal) {
        var nomination = nominations.lock(id);
        nomination.requireDecisionDue();
        dates.past("/heldOn", proposal.heldOn(), nomination.lastStepOn());
        nomination.propose(proposal, caller.subject(), now());
        checkPublicTexts(nomination, proposal);
        audit.record("propose-decision", "nomination", id, proposal.outcome().name());
        nominations.flush();
        return nomination;
    }

    @Transactional
    Nomination confirm(UUID id) {
        var nomination = nominations.lock(id);
        switch (nomination.confirm(caller.subject(), now(), dates.today())) {
            case Nomination.Ruling.Enrolled(var approval) -> nomination.becameBeneficiary(register.enrol(approval));
            case Nomination.Ruling.Told(var event) -> outbox.append(event);
        }
        audit.record("confirm-decision", "nomination", id, nomination.status().name());
        nominations.flush();
        return nomination;
    }

    @Transactional
    Nomination withdraw(UUID id, @Nullable String ifMatch) {
        var nomination = nominations.lock(id);
        Versions.require(ifMatch, nomination.version());
        nomination.withdrawDecision(caller.subject());
        audit.record("withdraw-decision", "nomination", id, null);
        nominations.flush();
        return nomination;
    }

    private void checkPublicTexts(Nomination nomination, Proposal proposal) {
        var candidate = Objects.requireNonNull(nomination.candidate(vault));
        var policy = new PublicTextPolicy(candidate.identity(), gazetteer.namesDownToDistrict(candidate.areaCode()));
        if (proposal.alias() != null) {
            policy.require("/alias", proposal.alias());
        }
        if (proposal.publicStory() != null) {
            policy.require("/publicStory", proposal.publicStory());
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
