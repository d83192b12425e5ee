package id.berdikari.local;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Secrets as configuration takes them, each from the system's random source. */
final class FreshSecrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private FreshSecrets() {}

    /** The halves of a key pair: base64 of PKCS#8 and X.509. */
    record Pair(String privateKey, String publicKey) {}

    static Pair rsa() {
        return pair("RSA", 2048);
    }

    static Pair ed25519() {
        return pair("Ed25519", 255);
    }

    static String password() {
        return HexFormat.of().formatHex(random(24));
    }

    /** What all keys of a service derive from. */
    static String serviceSecret() {
        return Base64.getEncoder().encodeToString(random(32));
    }

    static String midtransServerKey() {
        return "SB-Mid-server-" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(18));
    }

    private static Pair pair(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size, RANDOM);
            var pair = generator.generateKeyPair();
            var base64 = Base64.getEncoder();
            return new Pair(
                    base64.encodeToString(pair.getPrivate().getEncoded()),
                    base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] random(int length) {
        var bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
