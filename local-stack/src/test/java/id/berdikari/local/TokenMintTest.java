package id.berdikari.local;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenMintTest {
    @TempDir
    private Path data = Path.of("");

    @Test
    void tokenCarriesItsClaimsUnderTheSuitesSignature() throws Exception {
        var keys = LocalKeys.of(data);

        var token = TokenMint.from(data)
                .issue(new TokenHolder(List.of("partner"), "partner-1", List.of("33.02", "33.12"), "yayasan-1"));

        var parts = List.of(token.split("\\.", 3));
        var verifier = Signature.getInstance("SHA256withRSA");
        verifier.initVerify(KeyFactory.getInstance("RSA")
                .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(keys.tokenPublicKey()))));
        verifier.update((parts.get(0) + "." + parts.get(1)).getBytes(US_ASCII));
        assertTrue(verifier.verify(Base64.getUrlDecoder().decode(parts.get(2))));
        var claims = json(parts.get(1));
        assertEquals("https://berdikari.local", claims.path("iss").asText());
        assertEquals("berdikari", claims.path("aud").asText());
        assertEquals("partner-1", claims.path("sub").asText());
        assertEquals("[\"partner\"]", claims.path("roles").toString());
        assertEquals("[\"33.02\",\"33.12\"]", claims.path("areas").toString());
        assertEquals("yayasan-1", claims.path("organisation").asText());
        assertEquals(8 * 3600, claims.path("exp").asLong() - claims.path("iat").asLong());
    }

    @Test
    void keysAreKeptAndReadableByTheirOwnerOnly() throws Exception {
        var first = LocalKeys.of(data).midtransServerKey();

        var second = LocalKeys.of(data).midtransServerKey();

        assertEquals(first, second);
        try (var files = Files.list(data.resolve("keys"))) {
            for (var file : files.toList()) {
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        }
    }

    @Test
    void unknownRoleIsRefusedWithTheKnownOnes() {
        LocalKeys.of(data);
        var mint = TokenMint.from(data);

        var problem = assertThrows(LocalProblem.class, () -> mint.token("king"));

        assertTrue(String.valueOf(problem.getMessage()).contains("admin, auditor"));
    }

    @Test
    void folderNeverStartedIsRefused() {
        assertThrows(LocalProblem.class, () -> TokenMint.from(data));
    }

    private static JsonNode json(String part) throws Exception {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(part));
    }
}
