package id.berdikari.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Where a suite keeps everything that lasts: four databases with their audit anchors, and the broker. */
public record SuiteStores(List<Store> stores, String bootstrapServers) {

    /** One service's share. The role is named as the service; the secret is what its sealed columns are sealed with. */
    public record Store(Service service, String jdbcUrl, String password, Path anchor, byte[] secret) {

        /** The anchor's files that are there: replicas that share a folder write one each, named after it. */
        public List<Path> anchors() {
            try (var files =
                    Files.list(Objects.requireNonNull(anchor.toAbsolutePath().getParent()))) {
                var name = String.valueOf(anchor.getFileName());
                return files.filter(file -> (file.getFileName() + ".").startsWith(name + "."))
                        .sorted()
                        .toList();
            } catch (NoSuchFileException none) {
                return List.of();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Those of the local suite in a data folder, which need not run. */
    public static SuiteStores local(Path data, int portBase) {
        var keys = LocalKeys.existing(data);
        return new SuiteStores(
                Arrays.stream(Service.values())
                        .map(service -> new Store(
                                service,
                                LocalPostgres.jdbcUrl(portBase + LocalSuite.POSTGRES_OFFSET, service.id()),
                                keys.password(service),
                                data.resolve("audit/" + service.id() + ".anchor"),
                                Base64.getDecoder().decode(keys.secret(service))))
                        .toList(),
                "127.0.0.1:" + (portBase + LocalSuite.KAFKA_OFFSET));
    }

    /** Those that the environment names, as a container's does; empty where it names none. */
    public static Optional<SuiteStores> named(Map<String, String> environment) {
        if (!environment.containsKey("BERDIKARI_BENEFICIARY_JDBC_URL")) {
            return Optional.empty();
        }
        var stores = new ArrayList<Store>();
        for (var service : Service.values()) {
            var prefix = "BERDIKARI_" + service.id().toUpperCase(Locale.ROOT) + "_";
            stores.add(new Store(
                    service,
                    required(environment, prefix + "JDBC_URL"),
                    required(environment, prefix + "DB_PASSWORD"),
                    Path.of(required(environment, prefix + "AUDIT_ANCHOR")),
                    Base64.getDecoder().decode(required(environment, prefix + "SECRET"))));
        }
        return Optional.of(new SuiteStores(stores, required(environment, "KAFKA_BOOTSTRAP_SERVERS")));
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new LocalProblem(name + " is not set");
        }
        return value;
    }
}
