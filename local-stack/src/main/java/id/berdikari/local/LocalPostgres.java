package id.berdikari.local;

import com.sun.management.OperatingSystemMXBean;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL server of our own, ended with this JVM. */
public final class LocalPostgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final String STOP = "kill -INT \"$(head -n 1 \"$1/postmaster.pid\")\"";
    private static final String STOP_AND_FORGET =
            "kill -QUIT \"$(head -n 1 \"$1/data/postmaster.pid\")\"; sleep 1; rm -rf \"$1\"";

    private static final List<String> PASSWORDS_ONLY = List.of(
            "local all all scram-sha-256",
            "host all all 127.0.0.1/32 scram-sha-256",
            "host all all ::1/128 scram-sha-256");

    private final EmbeddedPostgres server;
    private final Path data;
    private final String password;

    private LocalPostgres(EmbeddedPostgres server, Path data, String password) {
        this.server = server;
        this.data = data;
        this.password = password;
    }

    /** Starts a server whose data survive anything a disk survives; asks everybody for a password. */
    public static LocalPostgres durable(Path data, int port, String password, Path log) {
        stopLeftover(data);
        LastWill.write(STOP, data.toString());
        // The library switches fsync and synchronous commits off; it does not say so.
        var builder = builder(data, log)
                .setPort(port)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", buffers())
                // After each checkpoint every page goes into the log whole; a list of a million people caused one every
                // few seconds.
                .setServerConfig("max_wal_size", "4GB")
                .setServerConfig("checkpoint_timeout", "15min")
                .setConnectConfig("password", password);
        var postgres = start(builder, data, password, log);
        postgres.askForPasswords();
        return postgres;
    }

    /** An eighth of the memory; no page of it is used before it is needed. */
    private static String buffers() {
        var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return Math.max(128, system.getTotalMemorySize() >> 23) + "MB";
    }

    /** Starts a fast server in a temporary folder that is removed when this JVM ends. */
    public static LocalPostgres throwaway() {
        try {
            var folder = Files.createTempDirectory("berdikari-postgres-");
            LastWill.write(STOP_AND_FORGET, folder.toString());
            var data = folder.resolve("data");
            var log = folder.resolve("postgres.log");
            return start(builder(data, log).setServerConfig("full_page_writes", "off"), data, "", log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path data, Path log) {
        var output = Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setOutputRedirector(output)
                .setErrorRedirector(output);
    }

    private static LocalPostgres start(EmbeddedPostgres.Builder builder, Path data, String password, Path log) {
        try {
            return new LocalPostgres(builder.start(), data, password);
        } catch (IOException | IllegalStateException e) {
            throw new LocalProblem("PostgreSQL did not start in " + data + ". " + Launch.tail(log), e);
        }
    }

    /** A server that outlived its launcher holds the data folder, so it goes first. */
    private static void stopLeftover(Path data) {
        var handle = postmaster(data);
        if (handle.isEmpty()) {
            return;
        }
        signal("-INT", handle.get());
        try {
            handle.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new LocalProblem("PostgreSQL with pid " + handle.get().pid() + " does not leave " + data, e);
        }
    }

    private static Optional<ProcessHandle> postmaster(Path data) {
        try {
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid"))
                    .getFirst()
                    .strip());
            return ProcessHandle.of(pid)
                    .filter(handle -> handle.info().command().orElse("").endsWith("postgres"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static void signal(String signal, ProcessHandle process) {
        try {
            new ProcessBuilder("kill", signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void askForPasswords() {
        var rules = data.resolve("pg_hba.conf");
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            if (Files.readAllLines(rules).equals(PASSWORDS_ONLY)) {
                return;
            }
            statement.execute("alter role postgres password '" + password + "'");
            statement.execute("revoke connect on database postgres, template1 from public");
            Files.write(rules, PASSWORDS_ONLY);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException | IOException e) {
            throw new LocalProblem("PostgreSQL in " + data + " could not be secured: " + e.getMessage(), e);
        }
    }

    /** Makes a database with a role of the same name, which nobody else may enter; does nothing if it is there. */
    public void createDatabase(String name, String rolePassword) {
        try (var connection = connect("postgres");
                var statement = connection.createStatement()) {
            try (var known = statement.executeQuery("select 1 from pg_roles where rolname = '" + name + "'")) {
                var verb = known.next() ? "alter" : "create";
                connection
                        .createStatement()
                        .execute(verb + " role \"" + name + "\" login password '" + rolePassword + "'");
            }
            try (var known = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
                if (!known.next()) {
                    connection.createStatement().execute("create database \"" + name + "\" owner \"" + name + "\"");
                }
            }
            statement.execute("revoke connect on database \"" + name + "\" from public");
        } catch (SQLException e) {
            throw new LocalProblem("Database " + name + " could not be made: " + e.getMessage(), e);
        }
    }

    public String jdbcUrl(String database) {
        return jdbcUrl(server.getPort(), database);
    }

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public int port() {
        return server.getPort();
    }

    long pid() {
        return postmaster(data)
                .orElseThrow(() -> new LocalProblem("PostgreSQL does not run in " + data))
                .pid();
    }

    /** Connects as the superuser. */
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(jdbcUrl(database), SUPERUSER, password);
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        postmaster(data).ifPresent(handle -> {
            var workers = handle.descendants().toList();
            signal("-KILL", handle);
            workers.forEach(ProcessHandle::destroyForcibly);
            handle.onExit().join();
        });
        close();
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
