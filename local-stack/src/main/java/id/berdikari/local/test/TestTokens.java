package id.berdikari.local.test;

import id.berdikari.local.TokenMint;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;

/** Tokens that services under test accept; the key pair is made once per test JVM. */
public final class TestTokens {
    private TestTokens() {}

    /** A token for one role with subject {@code ROLE-1} and all areas. */
    public static String of(String role) {
        return with(role).sign();
    }

    /** A token for one role and a certain person. */
    public static String of(String role, String subject) {
        return with(role).subject(subject).sign();
    }

    /** A token to be shaped further: areas, organisation, issuer, audience, lifetime. */
    public static TokenMint.Token with(String... roles) {
        return new TokenMint(privateKey(), Clock.systemUTC()).token(roles);
    }

    /** A well-formed token signed by somebody else. */
    public static String forged(String role) {
        return new TokenMint(Forger.KEY, Clock.systemUTC()).token(role).sign();
    }

    /** Made when it is needed first, and once, for making it takes longer than many requests. */
    private static final class Forger {
        private static final PrivateKey KEY = TestKeys.generate("RSA", 2048).getPrivate();
    }

    /** What a service checks the tokens with, as {@code quarkus.oidc.public-key} takes it. */
    static String publicKey() {
        return keys().publicBase64();
    }

    private static PrivateKey privateKey() {
        try {
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(keys().privateKey()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static TestKeys keys() {
        return TestKeys.oncePerJvm("RSA", 2048);
    }
}
