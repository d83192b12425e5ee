package id.berdikari.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The heads of the chain, kept in a file outside the database and signed with Ed25519 (RFC 8032), one line a head:
 * position, time, hash and signature. Whoever shortens the log in the database cannot shorten it here as well.
 */
@ApplicationScoped
class AuditAnchor {

    record Head(long position, byte[] hash, boolean genuine) {}

    private final Path file;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    AuditAnchor(
            @ConfigProperty(name = "berdikari.audit.anchor") Path file,
            @ConfigProperty(name = "berdikari.audit.private-key") String privateKey,
            @ConfigProperty(name = "berdikari.audit.public-key") String publicKey)
            throws GeneralSecurityException {
        this.file = file;
        var keys = KeyFactory.getInstance("Ed25519");
        this.privateKey =
                keys.generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(privateKey)));
        this.publicKey =
                keys.generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
    }

    void append(long position, Instant at, byte[] hash) {
        var head = position + " " + at + " " + HexFormat.of().formatHex(hash);
        try {
            var signature = Signature.getInstance("Ed25519");
            signature.initSign(privateKey);
            signature.update(head.getBytes(StandardCharsets.UTF_8));
            var line = head + " " + Base64.getEncoder().encodeToString(signature.sign()) + "\n";
            var folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            Files.writeString(
                    file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("the audit log cannot be anchored", failed);
        }
    }

    List<Head> heads() {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank()).map(this::head).toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failed) {
            throw new IllegalStateException("the audit anchors cannot be read", failed);
        }
    }

    private Head head(String line) {
        try {
            var parts = line.split(" ", -1);
            var signature = Signature.getInstance("Ed25519");
            signature.initVerify(publicKey);
            signature.update((parts[0] + " " + parts[1] + " " + parts[2]).getBytes(StandardCharsets.UTF_8));
            var genuine = signature.verify(Base64.getDecoder().decode(parts[3]));
            return new Head(Long.parseLong(parts[0]), HexFormat.of().parseHex(parts[2]), genuine);
        } catch (GeneralSecurityException | RuntimeException malformed) {
            return new Head(0, new byte[0], false);
        }
    }
}
