package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.function.Supplier;

/** The secrets of one local suite: random, made at its first start, kept beside its data, readable by the owner only. */
public final class LocalKeys {
    private final Path folder;

    private LocalKeys(Path folder) {
        this.folder = folder;
    }

    /** Makes what is missing. */
    static LocalKeys of(Path dataDir) {
        var keys = new LocalKeys(dataDir.resolve("keys"));
        try {
            Files.createDirectories(keys.folder);
            Files.setPosixFilePermissions(keys.folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        keys.makePair("token", FreshSecrets::rsa);
        keys.makePair("audit", FreshSecrets::ed25519);
        keys.make("midtrans-server-key", FreshSecrets.midtransServerKey());
        keys.make("postgres-password", FreshSecrets.password());
        for (var service : Service.values()) {
            keys.make(service.id() + "-password", FreshSecrets.password());
            keys.make(service.id() + "-secret", FreshSecrets.serviceSecret());
        }
        return keys;
    }

    /** The keys of a suite that has been started once. */
    public static LocalKeys existing(Path dataDir) {
        var keys = new LocalKeys(dataDir.resolve("keys"));
        if (Files.notExists(keys.folder.resolve("token-private"))) {
            throw new LocalProblem(
                    "There are no keys in " + keys.folder + " yet. Start the suite first: ./berdikari up");
        }
        return keys;
    }

    PrivateKey tokenKey() {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(read("token-private"))));
        } catch (GeneralSecurityException e) {
            throw new LocalProblem("The token key in " + folder + " is damaged", e);
        }
    }

    String tokenPublicKey() {
        return read("token-public");
    }

    String auditPrivateKey() {
        return read("audit-private");
    }

    String auditPublicKey() {
        return read("audit-public");
    }

    /** What the local payment gateway signs its notifications with. */
    public String midtransServerKey() {
        return read("midtrans-server-key");
    }

    String postgresPassword() {
        return read("postgres-password");
    }

    String password(Service service) {
        return read(service.id() + "-password");
    }

    String secret(Service service) {
        return read(service.id() + "-secret");
    }

    private void makePair(String name, Supplier<FreshSecrets.Pair> maker) {
        if (Files.exists(folder.resolve(name + "-private"))) {
            return;
        }
        var pair = maker.get();
        // The private half comes last: only when it is there is the pair complete.
        write(name + "-public", pair.publicKey());
        write(name + "-private", pair.privateKey());
    }

    private void make(String name, String value) {
        if (Files.notExists(folder.resolve(name))) {
            write(name, value);
        }
    }

    private void write(String name, String value) {
        var file = folder.resolve(name);
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, value, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name)).strip();
        } catch (NoSuchFileException e) {
            throw new LocalProblem(folder.resolve(name) + " is missing. ./berdikari up makes it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
