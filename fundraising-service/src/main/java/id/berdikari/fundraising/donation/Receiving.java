package id.berdikari.fundraising.donation;

import id.berdikari.fundraising.mobilisation.Funds;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what gateways report. Money that arrives is accepted even if the campaign closed meanwhile: it is here. */
@ApplicationScoped
public class Receiving {

    private final Donations donations;
    private final Funds funds;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;

    Receiving(Donations donations, Funds funds, Outbox outbox, AuditLog audit, LocalDates dates) {
        this.donations = donations;
        this.funds = funds;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
    }

    /**
     * Applies a report to the donation's payment, within the caller's transaction.
     *
     * @param paid the reported amount; null if it is no amount of money
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public PaymentEffect report(UUID donationId, PaymentState state, @Nullable Money paid) {
        var known = donations.locked(donationId);
        if (known.isEmpty()) {
            return PaymentEffect.UNKNOWN_ORDER;
        }
        var donation = known.get();
        var effect = donation.reported(state, paid);
        if (effect == PaymentEffect.APPLIED && donation.isNewlyPaid()) {
            var today = dates.today();
            var received = donation.receive(today);
            funds.receive(donationId, donation.campaignId(), donation.purpose(), donation.amount(), today);
            outbox.append(received);
            audit.record("receive-donation", "donation", donationId, null);
        }
        return effect;
    }
}
