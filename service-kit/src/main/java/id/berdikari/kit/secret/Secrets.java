package id.berdikari.kit.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Derives one key a purpose from the service's secret ({@code berdikari.secret}: base64 of at least 32 random bytes) by
 * HKDF-SHA-256 (RFC 5869), so that a key that leaks tells nothing of the others.
 */
@ApplicationScoped
public class Secrets {

    private static final int KEY_LENGTH = 32;

    private final byte[] secret;
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final Map<String, Mac> macs = new ConcurrentHashMap<>();

    Secrets(@ConfigProperty(name = "berdikari.secret") String secret) {
        this.secret = Base64.getDecoder().decode(secret.trim());
        if (this.secret.length < KEY_LENGTH) {
            throw new IllegalStateException("berdikari.secret must be the base64 of at least 32 random bytes");
        }
    }

    /**
     * Computes HMAC-SHA-256.
     *
     * @param purpose what the code is for; purposes do not share keys
     * @param text what is authenticated, as UTF-8
     * @return 32 bytes
     */
    public byte[] mac(String purpose, String text) {
        try {
            var mac = (Mac) macs.computeIfAbsent(purpose, this::initialised).clone();
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** To be cloned, which is quicker than making one anew: an import computes a dozen codes a person. */
    private Mac initialised(String purpose) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(purpose), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * A blind index: finds equal values without showing them.
     *
     * @param purpose which field; indexes of different fields cannot be compared
     * @param value the normalised value
     * @return 64 hexadecimal digits
     */
    public String blindIndex(String purpose, String value) {
        return HexFormat.of().formatHex(mac("blind-index/" + purpose, value));
    }

    SecretKey aes(String purpose) {
        return new SecretKeySpec(key("aes/" + purpose), "AES");
    }

    private byte[] key(String purpose) {
        return keys.computeIfAbsent(purpose, this::derive);
    }

    private byte[] derive(String purpose) {
        try {
            var parameters = HKDFParameterSpec.ofExtract()
                    .addIKM(secret)
                    .thenExpand(("berdikari/" + purpose).getBytes(StandardCharsets.UTF_8), KEY_LENGTH);
            return KDF.getInstance("HKDF-SHA256").deriveData(parameters);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
