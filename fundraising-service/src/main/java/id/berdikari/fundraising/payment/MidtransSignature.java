package id.berdikari.fundraising.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;

/** Proves that a notification comes from Midtrans: SHA-512 of the received texts and the server key, never reformatted. */
record MidtransSignature(String serverKey) {

    boolean matches(MidtransNotification notification) {
        var signed = notification.orderId() + notification.statusCode() + notification.grossAmount() + serverKey;
        return MessageDigest.isEqual(
                bytes(HexFormat.of().formatHex(digest(signed))),
                bytes(notification.signatureKey().toLowerCase(Locale.ROOT)));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-512").digest(bytes(text));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
