package id.berdikari.beneficiary.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.kit.secret.FieldCipher;
import id.berdikari.kit.secret.Secrets;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Seals identities for the database and opens them again. */
@ApplicationScoped
public class IdentityVault {

    private final FieldCipher cipher;
    private final Secrets secrets;
    private final ObjectMapper json;

    IdentityVault(FieldCipher cipher, Secrets secrets, ObjectMapper json) {
        this.cipher = cipher;
        this.secrets = secrets;
        this.json = json;
    }

    public byte[] seal(String purpose, UUID owner, Identity identity) {
        return cipher.encrypt(purpose, owner, write(identity));
    }

    public byte[] seal(String purpose, UUID owner, Dwelling dwelling) {
        return cipher.encrypt(purpose, owner, write(dwelling));
    }

    public Identity open(String purpose, UUID owner, byte[] sealed) {
        return read(cipher.decrypt(purpose, owner, sealed), Identity.class);
    }

    public Dwelling openDwelling(String purpose, UUID owner, byte[] sealed) {
        return read(cipher.decrypt(purpose, owner, sealed), Dwelling.class);
    }

    /** Finds the same NIK again without showing it. */
    public String index(NationalId nik) {
        return secrets.blindIndex("nik", nik.digits());
    }

    /** Finds the same KK number again without showing it. */
    public String index(FamilyCard familyCard) {
        return secrets.blindIndex("kk", familyCard.digits());
    }

    private String write(Record identity) {
        try {
            return json.writeValueAsString(identity);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an identity cannot be written");
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a sealed identity cannot be read");
        }
    }
}
