package id.berdikari.kit.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretsTest {

    private final Secrets secrets = new Secrets(Base64.getEncoder().encodeToString(new byte[32]));
    private final FieldCipher cipher = new FieldCipher(secrets);

    @Test
    void aBlindIndexFindsEqualValuesOfOneFieldOnly() {
        assertEquals(secrets.blindIndex("nik", "3302"), secrets.blindIndex("nik", "3302"));
        assertNotEquals(secrets.blindIndex("nik", "3302"), secrets.blindIndex("nik", "3303"));
        assertNotEquals(secrets.blindIndex("nik", "3302"), secrets.blindIndex("kk", "3302"));
    }

    @Test
    void anotherSecretFindsNothing() {
        var other = new Secrets(Base64.getEncoder()
                .encodeToString("another secret of 32 bytes......".getBytes(StandardCharsets.UTF_8)));

        assertNotEquals(secrets.blindIndex("nik", "3302"), other.blindIndex("nik", "3302"));
    }

    @Test
    void aFieldComesBackOnlyToItsRowAndName() {
        var sealed = cipher.encrypt("nik", "row-1", "3302271708450001");

        assertEquals("3302271708450001", cipher.decrypt("nik", "row-1", sealed));
        assertThrows(IllegalStateException.class, () -> cipher.decrypt("nik", "row-2", sealed));
        assertThrows(IllegalStateException.class, () -> cipher.decrypt("phone", "row-1", sealed));
        sealed[sealed.length - 1] ^= 1;
        assertThrows(IllegalStateException.class, () -> cipher.decrypt("nik", "row-1", sealed));
    }

    @Test
    void theSameValueLooksDifferentEachTime() {
        var sealed = cipher.encrypt("nik", "row-1", "3302271708450001");

        assertFalse(java.util.Arrays.equals(sealed, cipher.encrypt("nik", "row-1", "3302271708450001")));
    }

    @Test
    void aShortSecretIsRefusedAtStart() {
        assertThrows(IllegalStateException.class, () -> new Secrets("c2hvcnQ="));
    }
}
