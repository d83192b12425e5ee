package id.berdikari.local.test;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.List;

/** A key pair in the encodings that configuration takes. */
record TestKeys(String privateBase64, String publicBase64) {

    static TestKeys oncePerJvm(String algorithm, int size) {
        var both = OncePerJvm.value("berdikari.test.keys." + algorithm, () -> {
            var pair = generate(algorithm, size);
            return base64(pair.getPrivate().getEncoded())
                    + " "
                    + base64(pair.getPublic().getEncoded());
        });
        var halves = List.of(both.split(" ", 2));
        return new TestKeys(halves.getFirst(), halves.getLast());
    }

    static KeyPair generate(String algorithm, int size) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(size);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] privateKey() {
        return Base64.getDecoder().decode(privateBase64);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
