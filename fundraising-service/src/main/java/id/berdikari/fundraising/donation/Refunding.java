package id.berdikari.fundraising.donation;

import id.berdikari.fundraising.mobilisation.Funds;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;

@ApplicationScoped
class Refunding {

    private final Donations donations;
    private final Refunds refunds;
    private final Funds funds;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final LocalDates dates;
    private final Clock clock;

    Refunding(
            Donations donations,
            Refunds refunds,
            Funds funds,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            LocalDates dates,
            Clock clock) {
        this.donations = donations;
        this.refunds = refunds;
        this.funds = funds;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.dates = dates;
        this.clock = clock;
    }

    @Transactional
    Refund propose(UUID donationId, String reason) {
        var donation = inReach(donationId);
        donation.requirePaid();
        if (refunds.proposed(donationId).isPresent()) {
            throw DonationProblem.REFUND_ALREADY_PROPOSED.refused();
        }
        var refund = new Refund(
                Identifiers.next(), donationId, reason, funds.held(donationId), caller.subject(), clock.instant());
        refunds.persistAndFlush(refund);
        audit.record("propose-refund", "donation", donationId, reason);
        return refund;
    }

    @Transactional
    Refund confirm(UUID donationId) {
        var donation = inReach(donationId);
        var refund = refunds.proposed(donationId).orElseThrow(DonationProblem.NO_REFUND_PROPOSED::refused);
        var today = dates.today();
        var back = funds.giveBack(donationId, today);
        var refunded = donation.refund(back, today);
        refund.confirm(caller.subject(), back, today);
        refunds.flush();
        outbox.append(refunded);
        audit.record("confirm-refund", "donation", donationId, null);
        return refund;
    }

    private Donation inReach(UUID donationId) {
        var donation = donations.locked(donationId).orElseThrow(KitProblem.NOT_FOUND::refused);
        if (donation.districtCode() != null) {
            caller.reach(donation.districtCode());
        }
        return donation;
    }
}
