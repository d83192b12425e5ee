package id.berdikari.fundraising.donation;

import static id.berdikari.fundraising.donation.PaymentState.AUTHORISED;
import static id.berdikari.fundraising.donation.PaymentState.CANCELLED;
import static id.berdikari.fundraising.donation.PaymentState.CAPTURED;
import static id.berdikari.fundraising.donation.PaymentState.CHALLENGED;
import static id.berdikari.fundraising.donation.PaymentState.DENIED;
import static id.berdikari.fundraising.donation.PaymentState.EXPIRED;
import static id.berdikari.fundraising.donation.PaymentState.OPEN;
import static id.berdikari.fundraising.donation.PaymentState.PENDING;
import static id.berdikari.fundraising.donation.PaymentState.REVERSED;
import static id.berdikari.fundraising.donation.PaymentState.SETTLED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PaymentStateTest {

    @Test
    void movesOnlyForward() {
        assertEquals(EnumSet.of(SETTLED), following(CAPTURED));
        assertEquals(EnumSet.of(CAPTURED, SETTLED, CANCELLED, DENIED), following(CHALLENGED));
        assertTrue(following(PENDING).containsAll(Set.of(SETTLED, EXPIRED, CANCELLED, DENIED)));
        assertTrue(following(AUTHORISED).containsAll(Set.of(CAPTURED, CANCELLED)));
        for (var last : Set.of(SETTLED, DENIED, CANCELLED, EXPIRED, REVERSED)) {
            assertEquals(Set.of(), following(last));
        }
    }

    @Test
    void moneyAfterTheEndOrBackAfterItCameNeedsAPerson() {
        assertTrue(EXPIRED.needsAttention(SETTLED));
        assertTrue(SETTLED.needsAttention(REVERSED));
        assertTrue(SETTLED.needsAttention(DENIED));
        assertFalse(SETTLED.needsAttention(PENDING));
        assertFalse(EXPIRED.needsAttention(PENDING));
        assertFalse(OPEN.needsAttention(PENDING));
    }

    private static Set<PaymentState> following(PaymentState state) {
        var all = EnumSet.allOf(PaymentState.class);
        all.removeIf(next -> !state.mayBecome(next));
        return all;
    }
}
