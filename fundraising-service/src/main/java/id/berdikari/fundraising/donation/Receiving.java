package id.berdikari.fundraising.donation;

import id.berdikari.fundraising.mobilisation.Funds;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.statement.OneStatement;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what gateways report. Money that arrives is accepted even if the campaign closed meanwhile: it is here. */
@ApplicationScoped
public class Receiving {

    /**
     * What a report does, and the statement that does it. Where the donation changed since it was read the statement writes
     * nothing, and the report must be weighed again.
     */
    public record Receipt(PaymentEffect effect, OneStatement statement) {
        public static Receipt changesNothing(PaymentEffect effect) {
            return new Receipt(effect, OneStatement.always());
        }
    }

    private final Payments payments;
    private final Funds funds;
    private final Outbox outbox;
    private final AuditLog audit;
    private final LocalDates dates;

    Receiving(Payments payments, Funds funds, Outbox outbox, AuditLog audit, LocalDates dates) {
        this.payments = payments;
        this.funds = funds;
        this.outbox = outbox;
        this.audit = audit;
        this.dates = dates;
    }

    /**
     * Weighs a report about the donation's payment.
     *
     * @param paid the reported amount; null if it is no amount of money
     */
    public Receipt weigh(UUID donationId, PaymentState reported, @Nullable Money paid) {
        return payments.find(donationId)
                .map(payment -> weigh(payment, reported, paid))
                .orElse(Receipt.changesNothing(PaymentEffect.UNKNOWN_ORDER));
    }

    private Receipt weigh(Payment payment, PaymentState reported, @Nullable Money paid) {
        var effect = payment.effectOf(reported, paid);
        if (effect != PaymentEffect.APPLIED) {
            return Receipt.changesNothing(effect);
        }
        var status = payment.statusAfter(reported);
        var isNewlyPaid = status == Donation.Status.PAID && payment.status() != Donation.Status.PAID;
        var today = dates.today();
        var statement = Payments.change(payment, reported, status, isNewlyPaid ? today : null);
        if (isNewlyPaid) {
            funds.receive(
                    statement, payment.donationId(), payment.campaignId(), payment.purpose(), payment.amount(), today);
            outbox.append(statement, payment.received(today));
            audit.record(statement, "receive-donation", "donation", payment.donationId(), null);
        }
        return new Receipt(effect, statement);
    }
}
