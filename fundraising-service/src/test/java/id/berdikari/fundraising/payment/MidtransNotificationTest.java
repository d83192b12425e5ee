package id.berdikari.fundraising.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.fundraising.donation.PaymentState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MidtransNotificationTest {

    /** The example that Midtrans publishes with its notification format. */
    private static final String KEY = "askvnoibnosifnboseofinbofinfgbiufglnbfg";

    private static final String SIGNATURE =
            "edc076b21793ebe3e17926350f5b8ae67d902fe657b3d0aa31b932d5c127e2375d308a2bc94f3265ac2d80a1f181a79b997ac178a236fcff35af263fc4d4c231";

    @Test
    void thePublishedSignatureMatches() {
        assertTrue(new MidtransSignature(KEY).matches(signed("1111", "200", "100000.00", SIGNATURE)));
    }

    @Test
    void aChangedFieldOrAnotherKeyDoesNotMatch() {
        var signature = new MidtransSignature(KEY);

        assertFalse(signature.matches(signed("1112", "200", "100000.00", SIGNATURE)));
        assertFalse(signature.matches(signed("1111", "201", "100000.00", SIGNATURE)));
        assertFalse(signature.matches(signed("1111", "200", "100000", SIGNATURE)));
        assertFalse(signature.matches(signed("1111", "200", "100000.00", "x")));
        assertFalse(new MidtransSignature("other").matches(signed("1111", "200", "100000.00", SIGNATURE)));
    }

    @Test
    void successIsCode200WithoutDoubtAboutFraud() {
        assertEquals(
                Optional.of(PaymentState.SETTLED),
                saying("settlement", "200", null).state());
        assertEquals(
                Optional.of(PaymentState.CAPTURED),
                saying("capture", "200", "accept").state());
        assertEquals(
                Optional.of(PaymentState.CHALLENGED),
                saying("capture", "201", "challenge").state());
        assertEquals(Optional.empty(), saying("capture", "200", "deny").state());
        assertEquals(Optional.empty(), saying("settlement", "202", null).state());
        assertEquals(Optional.empty(), saying("something-new", "200", null).state());
    }

    @Test
    void anAmountInAnotherCurrencyIsNone() {
        assertNull(new MidtransNotification("1", "200", "10.00", "x", "settlement", null, null, null, "USD").amount());
        assertNull(new MidtransNotification("1", "200", "-10.00", "x", "settlement", null, null, null, "IDR").amount());
        assertNull(new MidtransNotification("1", "200", "1e5", "x", "settlement", null, null, null, null).amount());
    }

    private static MidtransNotification signed(String order, String code, String amount, String signature) {
        return new MidtransNotification(order, code, amount, signature, "settlement", null, null, null, null);
    }

    private static MidtransNotification saying(String status, String code, @Nullable String fraud) {
        return new MidtransNotification("1", code, "10.00", "x", status, fraud, null, null, null);
    }
}
