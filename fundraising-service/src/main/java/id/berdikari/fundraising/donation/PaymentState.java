package id.berdikari.fundraising.donation;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Where the payment of a donation stands, and what it may become (Midtrans' table of transaction states). A gateway
 * repeats itself and changes the order, so what is not allowed here is no error.
 */
public enum PaymentState {
    /** Nothing was heard of it yet. */
    OPEN,
    /** A card was checked, nothing charged. */
    AUTHORISED,
    /** The donor was told how to pay. */
    PENDING,
    /** Charged, but held back for a check against fraud. */
    CHALLENGED,
    /** Charged; safe to assume paid. */
    CAPTURED,
    /** The money has arrived. */
    SETTLED,
    /** The payment was refused. */
    DENIED,
    /** The payment was called off. */
    CANCELLED,
    /** The donor did not pay in time. */
    EXPIRED,
    /** The gateway failed. */
    FAILED,
    /** Money went back. */
    REVERSED;

    private static final Map<PaymentState, Set<PaymentState>> NEXT = Map.of(
            OPEN,
            EnumSet.of(AUTHORISED, PENDING, CHALLENGED, CAPTURED, SETTLED, DENIED, CANCELLED, EXPIRED, FAILED),
            AUTHORISED,
            EnumSet.of(CHALLENGED, CAPTURED, CANCELLED, DENIED, EXPIRED),
            PENDING,
            EnumSet.of(CHALLENGED, CAPTURED, SETTLED, EXPIRED, CANCELLED, DENIED, FAILED),
            CHALLENGED,
            EnumSet.of(CAPTURED, SETTLED, CANCELLED, DENIED),
            CAPTURED,
            EnumSet.of(SETTLED));

    private static final Set<PaymentState> PAID = EnumSet.of(CAPTURED, SETTLED);
    private static final Set<PaymentState> UNPAID = EnumSet.of(DENIED, CANCELLED, EXPIRED, FAILED);

    boolean mayBecome(PaymentState next) {
        return NEXT.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isPaid() {
        return PAID.contains(this);
    }

    boolean isUnpaid() {
        return UNPAID.contains(this);
    }

    /** Whether a person must look: money came after all was over, or goes back after it came. */
    boolean needsAttention(PaymentState reported) {
        return (isUnpaid() && reported.isPaid()) || (isPaid() && (reported.isUnpaid() || reported == REVERSED));
    }
}
