package id.berdikari.kit.secret;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts single fields with AES-256-GCM; a value moved to another row or field does not decrypt. */
@ApplicationScoped
public class FieldCipher {

    private static final byte VERSION = 1;
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;

    private final Secrets secrets;
    private final SecureRandom random = new SecureRandom();

    FieldCipher(Secrets secrets) {
        this.secrets = secrets;
    }

    /**
     * Encrypts.
     *
     * @param purpose the field, such as {@code nik}
     * @param owner the row's id, bound to the value
     * @param value the plain text
     * @return version, nonce, cipher text and tag
     */
    public byte[] encrypt(String purpose, Object owner, String value) {
        return encrypt(purpose, owner, value.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Encrypts bytes.
     *
     * @param purpose the field, such as {@code nik}
     * @param owner the row's id, bound to the value
     * @param value the plain bytes
     * @return version, nonce, cipher text and tag
     */
    public byte[] encrypt(String purpose, Object owner, byte[] value) {
        var nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, purpose, owner, nonce).doFinal(value);
            return ByteBuffer.allocate(1 + NONCE_LENGTH + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * Decrypts.
     *
     * @param purpose the field it was encrypted for
     * @param owner the row's id it was encrypted for
     * @param sealed what {@link #encrypt} returned
     * @return the plain text
     * @throws IllegalStateException if the value was changed, moved or encrypted with another secret
     */
    public String decrypt(String purpose, Object owner, byte[] sealed) {
        return new String(decryptBytes(purpose, owner, sealed), StandardCharsets.UTF_8);
    }

    /**
     * Decrypts bytes.
     *
     * @param purpose the field they were encrypted for
     * @param owner the row's id they were encrypted for
     * @param sealed what {@link #encrypt} returned
     * @return the plain bytes
     * @throws IllegalStateException if the value was changed, moved or encrypted with another secret
     */
    public byte[] decryptBytes(String purpose, Object owner, byte[] sealed) {
        var buffer = ByteBuffer.wrap(sealed);
        if (buffer.get() != VERSION) {
            throw new IllegalStateException("unknown version of an encrypted field");
        }
        var nonce = new byte[NONCE_LENGTH];
        buffer.get(nonce);
        var rest = new byte[buffer.remaining()];
        buffer.get(rest);
        try {
            return cipher(Cipher.DECRYPT_MODE, purpose, owner, nonce).doFinal(rest);
        } catch (GeneralSecurityException changed) {
            throw new IllegalStateException("an encrypted field does not decrypt", changed);
        }
    }

    private Cipher cipher(int mode, String purpose, Object owner, byte[] nonce) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, secrets.aes(purpose), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((purpose + "/" + owner).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
