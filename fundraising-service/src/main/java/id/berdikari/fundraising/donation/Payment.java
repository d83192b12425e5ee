package id.berdikari.fundraising.donation;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.DonationReceived;
import id.berdikari.fundraising.mobilisation.Purpose;
import id.berdikari.kit.money.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The payment of a donation as it was read, and what a gateway's report may do to it.
 *
 * @param version the donation's, which a change depends on
 */
record Payment(
        UUID donationId,
        UUID campaignId,
        Purpose purpose,
        Money amount,
        Money refunded,
        Donation.Status status,
        PaymentState state,
        long version) {

    /** What a report does; one that is late, repeated or about other money changes nothing. */
    PaymentEffect effectOf(PaymentState reported, @Nullable Money paid) {
        if (!amount.equals(paid)) {
            return PaymentEffect.AMOUNT_DIFFERS;
        }
        if (reported == state) {
            return PaymentEffect.REPEATED;
        }
        if (reported == PaymentState.REVERSED && refunded.equals(amount)) {
            return PaymentEffect.REPEATED;
        }
        if (!state.mayBecome(reported)) {
            return state.needsAttention(reported) ? PaymentEffect.ATTENTION : PaymentEffect.OUT_OF_ORDER;
        }
        return PaymentEffect.APPLIED;
    }

    /** The donation's status once a report is applied. */
    Donation.Status statusAfter(PaymentState reported) {
        if (reported.isUnpaid()) {
            return Donation.Status.FAILED;
        }
        return reported.isPaid() && status == Donation.Status.PENDING ? Donation.Status.PAID : status;
    }

    DonationReceived received(LocalDate today) {
        return new DonationReceived(
                donationId, campaignId, purpose.beneficiaryId(), EventMoney.rupiah(amount.amount()), today);
    }
}
