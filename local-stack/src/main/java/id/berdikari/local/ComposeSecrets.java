package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** The {@code .env} file that a suite in Docker takes its secrets from. */
public final class ComposeSecrets {
    private static final String PREFIX = "BERDIKARI_";
    private static final String OWNER_ONLY = "rw-------";

    private final Path file;
    private final Map<String, String> values;

    private ComposeSecrets(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    public static Path file(Path root) {
        return root.resolve(".env");
    }

    /** Makes fresh ones; keys of a suite that has data must never be replaced, so an existing file is refused. */
    public static ComposeSecrets write(Path file) {
        var secrets = new ComposeSecrets(file, fresh());
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)));
            Files.writeString(file, secrets.text(), StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw new LocalProblem(
                    file + " exists already and stays as it is: without its keys nobody can read the suite's data."
                            + " For a new suite move it away first.",
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return secrets;
    }

    public static ComposeSecrets read(Path file) {
        try (var lines = Files.lines(file)) {
            return new ComposeSecrets(
                    file,
                    lines.filter(line -> line.startsWith(PREFIX))
                            .map(line -> line.split("=", 2))
                            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, last) -> last)));
        } catch (NoSuchFileException e) {
            throw new LocalProblem(file + " is missing. ./berdikari secrets writes it", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String operatorClientSecret() {
        return get("OPERATOR_CLIENT_SECRET");
    }

    String midtransServerKey() {
        return get("MIDTRANS_SERVER_KEY");
    }

    private String get(String name) {
        var value = values.get(PREFIX + name);
        if (value == null) {
            throw new LocalProblem(file + " says nothing about " + PREFIX + name);
        }
        return value;
    }

    private static Map<String, String> fresh() {
        var values = new LinkedHashMap<String, String>();
        values.put("POSTGRES_PASSWORD", FreshSecrets.password());
        for (var service : Service.values()) {
            var name = service.id().toUpperCase(Locale.ROOT);
            var audit = FreshSecrets.ed25519();
            values.put(name + "_DB_PASSWORD", FreshSecrets.password());
            values.put(name + "_SECRET", FreshSecrets.serviceSecret());
            values.put(name + "_AUDIT_PRIVATE_KEY", audit.privateKey());
            values.put(name + "_AUDIT_PUBLIC_KEY", audit.publicKey());
        }
        values.put("MIDTRANS_SERVER_KEY", FreshSecrets.midtransServerKey());
        values.put("KEYCLOAK_DB_PASSWORD", FreshSecrets.password());
        values.put("KEYCLOAK_ADMIN_PASSWORD", FreshSecrets.password());
        values.put("OPERATOR_CLIENT_SECRET", FreshSecrets.password());
        values.put("GRAFANA_ADMIN_PASSWORD", FreshSecrets.password());
        return values.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> PREFIX + entry.getKey(),
                        Map.Entry::getValue,
                        (first, last) -> last,
                        LinkedHashMap::new));
    }

    private String text() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                .collect(Collectors.joining("", """
                        # Secrets of this suite, made by ./berdikari secrets. Keep a copy where the backups are not: without the
                        # service secrets nobody can read what is encrypted in the databases.
                        #
                        # To be reached from other machines, through a proxy that speaks TLS:
                        # BERDIKARI_BIND=127.0.0.1
                        # BERDIKARI_IDENTITY_URL=https://login.example.org
                        # BERDIKARI_TRUSTED_PROXIES=172.16.0.0/12

                        """, ""));
    }
}
