package id.berdikari.local.backup;

import id.berdikari.local.LocalProblem;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.SuiteStores.Store;
import id.berdikari.local.backup.Manifest.Database;
import id.berdikari.local.backup.Manifest.Migration;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings an empty database to the schema that a backup was taken from, by the migrations of the service that is built here. */
final class Schemas implements AutoCloseable {
    private static final String KIT_HISTORY = "kit_schema_history";
    private static final String HISTORY = "flyway_schema_history";

    private final Store store;
    private final URLClassLoader service;

    Schemas(Store store) {
        this.store = store;
        this.service = new URLClassLoader(jars(store), Schemas.class.getClassLoader());
    }

    private static URL[] jars(Store store) {
        var app = ProjectRoot.built(store.service().id() + "-service/target/quarkus-app");
        try (var own = Files.list(app.resolve("app"));
                var libraries = Files.list(app.resolve("lib/main"))) {
            return Stream.concat(
                            own,
                            libraries.filter(
                                    file -> file.getFileName().toString().startsWith("id.berdikari.")))
                    .map(Schemas::url)
                    .toArray(URL[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static URL url(Path file) {
        try {
            return file.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What has been applied to the kit's share of a database. */
    static List<Migration> kitHistory(Connection connection) throws SQLException {
        return history(connection, KIT_HISTORY);
    }

    /** What has been applied to the service's share. */
    static List<Migration> history(Connection connection) throws SQLException {
        return history(connection, HISTORY);
    }

    private static List<Migration> history(Connection connection, String table) throws SQLException {
        var applied = new ArrayList<Migration>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select version, script, checksum from " + table
                        + " where success and version is not null and type = 'SQL' order by installed_rank")) {
            while (row.next()) {
                applied.add(new Migration(row.getString(1), row.getString(2), row.getInt(3)));
            }
        }
        return applied;
    }

    /** Refuses a backup of another schema than the migrations here lead to, without changing anything. */
    void require(Database database) {
        require(kit(), database.kitMigrations());
        require(own(), database.migrations());
    }

    private void require(FluentConfiguration configuration, List<Migration> wanted) {
        var there = configuration.load().info();
        var known = Arrays.stream(there.all())
                .filter(info -> info.getVersion() != null)
                .toList();
        for (var migration : wanted) {
            if (known.stream().noneMatch(info -> isSame(info, migration))) {
                throw new LocalProblem(
                        ("The backup needs the migration %s of the %s service, which this build does not have as it"
                                        + " was. Restore it with the build that made it. Nothing was changed.")
                                .formatted(migration.script(), store.service().id()));
            }
        }
        for (var applied : there.applied()) {
            if (applied.getVersion() != null
                    && !applied.getVersion().getVersion().equals("0")
                    && wanted.stream().noneMatch(migration -> isSame(applied, migration))) {
                throw new LocalProblem("The database of the %s service has a newer schema than the backup: %s."
                                .formatted(store.service().id(), applied.getScript())
                        + " Restore into an empty database. Nothing was changed.");
            }
        }
    }

    private static boolean isSame(MigrationInfo info, Migration migration) {
        return info.getVersion().getVersion().equals(migration.version())
                && Objects.equals(info.getChecksum(), migration.checksum());
    }

    /** Applies exactly the migrations that the backup's database had, and the repeatable ones. */
    void migrate(Database database) {
        kit().target(last(database.kitMigrations())).load().migrate();
        own().target(last(database.migrations())).load().migrate();
    }

    private static String last(List<Migration> migrations) {
        return migrations.getLast().version();
    }

    private FluentConfiguration kit() {
        return flyway(KIT_HISTORY, "classpath:db/kit");
    }

    private FluentConfiguration own() {
        return flyway(HISTORY, locations());
    }

    private String[] locations() {
        var settings = new Properties();
        try (var file = service.getResourceAsStream("application.properties")) {
            settings.load(Objects.requireNonNull(file, "application.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings.getProperty("quarkus.flyway.locations").split(",", -1);
    }

    /** As the service itself does it, so that it finds its histories as it would have written them. */
    private FluentConfiguration flyway(String history, String... locations) {
        return Flyway.configure(service)
                .loggers("slf4j")
                .dataSource(store.jdbcUrl(), store.service().id(), store.password())
                .table(history)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .locations(locations);
    }

    @Override
    public void close() throws IOException {
        service.close();
    }
}
