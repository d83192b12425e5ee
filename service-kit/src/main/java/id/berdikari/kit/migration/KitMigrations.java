package id.berdikari.kit.migration;

import io.quarkus.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Singleton;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.resource.LoadableResource;
import org.jspecify.annotations.Nullable;

/**
 * Brings the kit's tables up before the service's, with a history of their own: a later kit change never falls behind a
 * service's versions. Both use connections of their own, which no time-out ends: a migration may take long.
 */
@Singleton
public class KitMigrations implements FlywayConfigurationCustomizer {

    private static final long LOCK = 0x6d696772617465L;
    private static final List<String> MIGRATIONS = List.of("V1__outbox_inbox_and_audit.sql");

    private final String url;
    private final String user;
    private final String password;

    KitMigrations(
            @ConfigProperty(name = "quarkus.datasource.jdbc.url") String url,
            @ConfigProperty(name = "quarkus.datasource.username") String user,
            @ConfigProperty(name = "quarkus.datasource.password") String password) {
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** Replicas that start at once on an empty database queue: Flyway's own lock does not cover the making of a history. */
    @Override
    public void customize(FluentConfiguration service) {
        service.dataSource(url, user, password).jdbcProperties(Map.of("logServerErrorDetail", "false"));
        var database = Objects.requireNonNull(service.getDataSource());
        try (var connection = database.getConnection();
                var lock = connection.prepareStatement("select pg_advisory_xact_lock(?)")) {
            connection.setAutoCommit(false);
            lock.setLong(1, LOCK);
            lock.execute();
            migrate(database);
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static void migrate(DataSource database) {
        Flyway.configure(Thread.currentThread().getContextClassLoader())
                .dataSource(database)
                .table("kit_schema_history")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .resourceProvider(new KitScripts())
                .load()
                .migrate();
    }

    /** Names the scripts instead of scanning for them: Flyway's scanner cannot read Quarkus's class loader. */
    private static final class KitScripts implements ResourceProvider {

        @Override
        public @Nullable LoadableResource getResource(String name) {
            return MIGRATIONS.contains(name) ? new Script(name) : null;
        }

        @Override
        public Collection<LoadableResource> getResources(String prefix, String[] suffixes) {
            return MIGRATIONS.stream()
                    .filter(name -> name.startsWith(prefix))
                    .<LoadableResource>map(Script::new)
                    .toList();
        }
    }

    private static final class Script extends LoadableResource {

        private final String name;

        Script(String name) {
            this.name = name;
        }

        @Override
        public Reader read() {
            var stream = Thread.currentThread().getContextClassLoader().getResourceAsStream("db/kit/" + name);
            return new InputStreamReader(Objects.requireNonNull(stream, name), StandardCharsets.UTF_8);
        }

        @Override
        public String getAbsolutePath() {
            return "db/kit/" + name;
        }

        @Override
        public String getAbsolutePathOnDisk() {
            return getAbsolutePath();
        }

        @Override
        public String getFilename() {
            return name;
        }

        @Override
        public String getRelativePath() {
            return name;
        }
    }
}
