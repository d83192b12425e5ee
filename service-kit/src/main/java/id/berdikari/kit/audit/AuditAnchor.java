package id.berdikari.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The heads of the chain, kept in a file outside the database and signed with Ed25519 (RFC 8032), one line a head:
 * position, time, hash and signature. Whoever shortens the log in the database cannot shorten it here as well.
 *
 * <p>Replicas that share the folder write a file each, because appends by several hosts to one file of a network volume
 * can overwrite each other; whoever verifies reads them all.
 */
@ApplicationScoped
class AuditAnchor {

    record Head(long position, byte[] hash, boolean genuine) {}

    private final Path common;
    private final Path own;
    private final PrivateKey privateKey;
    private final PublicKey publicKey;

    AuditAnchor(
            @ConfigProperty(name = "berdikari.audit.anchor") Path file,
            @ConfigProperty(name = "berdikari.audit.replica") Optional<String> replica,
            @ConfigProperty(name = "berdikari.audit.private-key") String privateKey,
            @ConfigProperty(name = "berdikari.audit.public-key") String publicKey)
            throws GeneralSecurityException {
        this.common = file.toAbsolutePath();
        this.own = replica.map(name -> common.resolveSibling(common.getFileName() + "." + name))
                .orElse(common);
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
            Files.createDirectories(folder());
            Files.writeString(own, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.SYNC);
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException("the audit log cannot be anchored", failed);
        }
    }

    /** Those of every replica. */
    List<Head> heads() {
        try (var files = Files.list(folder())) {
            return files.filter(this::isAnchor)
                    .flatMap(AuditAnchor::lines)
                    .map(this::head)
                    .toList();
        } catch (NoSuchFileException none) {
            return List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException("the audit anchors cannot be read", failed);
        }
    }

    private Path folder() {
        return Objects.requireNonNull(common.getParent());
    }

    private boolean isAnchor(Path file) {
        return file.equals(common) || file.toString().startsWith(common + ".");
    }

    /** A line without an end is one that another replica is writing just now. */
    private static Stream<String> lines(Path file) {
        try {
            var text = Files.readString(file);
            return text.substring(0, text.lastIndexOf('\n') + 1).lines().filter(line -> !line.isBlank());
        } catch (IOException failed) {
            throw new UncheckedIOException("the audit anchors cannot be read", failed);
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
