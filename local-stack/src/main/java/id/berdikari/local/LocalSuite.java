package id.berdikari.local;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The whole suite on this machine: PostgreSQL, Kafka and the four services, each a process of its own. All of them end
 * with this JVM, in order if it can still see to that. Everything they keep is in one data folder.
 */
public final class LocalSuite implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
    private static final Duration TRAINING_PATIENCE = Duration.ofMinutes(5);
    private static final Duration DRAINING = Duration.ofSeconds(3);
    static final int POSTGRES_OFFSET = 10;
    static final int KAFKA_OFFSET = 11;
    static final int CONTROLLER_OFFSET = 12;
    private static final int SECOND_REPLICAS = 60;

    /** Ends the services whose launcher was killed. */
    private static final String STOP_SERVICES =
            "for file in \"$1\"/run/*.pid; do kill -TERM \"$(cat \"$file\")\"; done";

    /** A process of a service: the first, or one beside it. */
    private record Replica(Service service, int number) {
        private static Replica first(Service service) {
            return new Replica(service, 1);
        }

        private static Replica second(Service service) {
            return new Replica(service, 2);
        }

        int port(int portBase) {
            return service.port(number == 1 ? portBase : portBase + SECOND_REPLICAS);
        }

        String name() {
            return number == 1 ? service.id() : service.id() + "-" + number;
        }
    }

    private final SuitePlan plan;
    private final Path data;
    private final int portBase;
    private final Consumer<String> progress;
    private final LocalKeys keys;
    private final @Nullable Links links;
    private final Set<Service> handedOver = ConcurrentHashMap.newKeySet();
    private final Map<Replica, Process> services = new ConcurrentHashMap<>();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    private volatile @Nullable LocalPostgres postgres;
    private volatile @Nullable LocalKafka kafka;

    private LocalSuite(SuitePlan plan, Consumer<String> progress) {
        this.plan = plan;
        this.data = plan.data;
        this.portBase = plan.portBase;
        this.progress = progress;
        this.keys = LocalKeys.of(data);
        this.links = plan.isOnLinks ? Links.open(portBase, portBase + POSTGRES_OFFSET) : null;
    }

    static LocalSuite start(SuitePlan plan, Consumer<String> progress) {
        RunningSuite.in(plan.data).ifPresent(suite -> {
            throw new LocalProblem("A suite runs in " + plan.data + " already, pid " + suite.pid()
                    + ". Stop it with ./berdikari down, or use another folder with --data DIR.");
        });
        requireFreePorts(plan.portBase);
        var suite = new LocalSuite(plan, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close));
        try {
            suite.startAll();
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
        return suite;
    }

    private static void requireFreePorts(int portBase) {
        for (var service : Service.values()) {
            PortOwner.requireFree(service.port(portBase), "the " + service.id() + " service");
        }
        PortOwner.requireFree(portBase + POSTGRES_OFFSET, "PostgreSQL");
        PortOwner.requireFree(portBase + KAFKA_OFFSET, "Kafka");
        PortOwner.requireFree(portBase + CONTROLLER_OFFSET, "Kafka's controller");
    }

    private void startAll() {
        try {
            for (var folder : List.of("run", "logs", "audit", "kafka")) {
                Files.createDirectories(data.resolve(folder));
            }
            for (var service : Service.values()) {
                jvm(Replica.first(service));
                Files.deleteIfExists(pidFile(Replica.first(service)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        RunningSuite.record(data, portBase);
        LastWill.write(STOP_SERVICES, data.toString());

        var start = System.nanoTime();
        beginKafka();
        startPostgres();
        report("PostgreSQL", portBase + POSTGRES_OFFSET, start);
        // Services need the database at once and the broker only when they are up.
        for (var service : plan.services) {
            begin(Replica.first(service));
        }
        awaitKafka();
        report("Kafka", portBase + KAFKA_OFFSET, start);
        for (var service : plan.services) {
            awaitReady(Replica.first(service));
            report(service.id(), service.port(portBase), start);
        }
    }

    private void report(String what, int port, long start) {
        progress.accept(
                "  %-12s ready on port %d after %.1f s".formatted(what, port, (System.nanoTime() - start) / 1e9));
    }

    public String baseUrl(Service service) {
        return "http://127.0.0.1:" + serving(service).port(portBase);
    }

    private Replica serving(Service service) {
        return handedOver.contains(service) ? Replica.second(service) : Replica.first(service);
    }

    /** Where clients that share the network's failures reach a service; the same as {@link #baseUrl} without links. */
    public String clientUrl(Service service) {
        return links == null ? baseUrl(service) : "http://127.0.0.1:" + links.port(service, Links.End.CLIENTS);
    }

    /** The cables, if the suite was started with them. */
    public Links links() {
        if (links == null) {
            throw new IllegalStateException("This suite was started without links");
        }
        return links;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + (portBase + KAFKA_OFFSET);
    }

    /** The JDBC address of a service's database; the role has the same name, its password is {@link #password}. */
    public String jdbcUrl(Service service) {
        return LocalPostgres.jdbcUrl(portBase + POSTGRES_OFFSET, service.id());
    }

    public String password(Service service) {
        return keys.password(service);
    }

    public Path dataDir() {
        return data;
    }

    public Path log(Service service) {
        return log(service.id());
    }

    private Path log(String name) {
        return data.resolve("logs/" + name + ".log");
    }

    public long pid(Service service) {
        var process = services.get(Replica.first(service));
        if (process == null) {
            throw new LocalProblem("The " + service.id() + " service does not run");
        }
        return process.pid();
    }

    /** PostgreSQL's first process; the others are its children. */
    public long postgresPid() {
        return postgres().pid();
    }

    public long kafkaPid() {
        var running = kafka;
        if (running == null) {
            throw new LocalProblem("Kafka does not run");
        }
        return running.pid();
    }

    /** Connects to a service's database as the superuser. */
    public Connection superuser(Service service) throws SQLException {
        return postgres().connect(service.id());
    }

    private LocalPostgres postgres() {
        var running = postgres;
        if (running == null) {
            throw new LocalProblem("PostgreSQL does not run");
        }
        return running;
    }

    /** Ends a service as a power cut would. */
    public void kill(Service service) {
        kill(Replica.first(service));
    }

    /** Ends a service in order, as an operator does. */
    public void stop(Service service) {
        stop(Replica.first(service));
    }

    /** Starts a service that was killed or stopped and waits until it is ready. */
    public void start(Service service) {
        start(Replica.first(service));
    }

    /** Starts another process of a service beside the first, on the same database; its sessions there are named SERVICE-2. */
    public void startSecond(Service service) {
        start(Replica.second(service));
    }

    public void killSecond(Service service) {
        kill(Replica.second(service));
    }

    /** Sends clients to the second process, gives the first time to answer those it has, and stops it. */
    public void handOver(Service service) {
        handedOver.add(service);
        Launch.rest(DRAINING);
        stop(Replica.first(service));
    }

    private void stop(Replica replica) {
        var process = services.remove(replica);
        if (process != null) {
            process.destroy();
            awaitStop(replica, process);
        }
    }

    private void start(Replica replica) {
        begin(replica);
        awaitReady(replica);
    }

    private void kill(Replica replica) {
        var process = services.remove(replica);
        if (process != null) {
            process.destroyForcibly().onExit().join();
        }
    }

    public void killPostgres() {
        var running = postgres;
        if (running != null) {
            running.kill();
            postgres = null;
        }
    }

    public void startPostgres() {
        var started = LocalPostgres.durable(
                data.resolve("postgres"), portBase + POSTGRES_OFFSET, keys.postgresPassword(), log("postgres"));
        postgres = started;
        for (var service : Service.values()) {
            started.createDatabase(service.id(), keys.password(service));
        }
    }

    public void killKafka() {
        var running = kafka;
        if (running != null) {
            running.kill();
            kafka = null;
        }
    }

    public void startKafka() {
        beginKafka();
        awaitKafka();
    }

    private void beginKafka() {
        kafka = LocalKafka.start(
                data.resolve("kafka"),
                portBase + KAFKA_OFFSET,
                portBase + CONTROLLER_OFFSET,
                log("kafka"),
                links == null ? List.of() : links.brokerListeners());
    }

    private void awaitKafka() {
        var started = kafka;
        if (started != null) {
            started.awaitReady();
        }
    }

    private void begin(Replica replica) {
        var builder = Launch.apart(jvm(replica).command(plan.caches))
                .directory(data.resolve("run").toFile())
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(log(replica.name()).toFile()));
        builder.environment().putAll(settings(replica));
        builder.environment().putAll(plan.environment);
        try {
            var process = builder.start();
            services.put(replica, process);
            Files.writeString(pidFile(replica), Long.toString(process.pid()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> settings(Replica replica) {
        var service = replica.service();
        var settings = new HashMap<String, String>();
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("QUARKUS_HTTP_PORT", Integer.toString(replica.port(portBase)));
        settings.put("QUARKUS_DATASOURCE_JDBC_URL", databaseOf(replica));
        settings.put("QUARKUS_DATASOURCE_USERNAME", service.id());
        settings.put("QUARKUS_DATASOURCE_PASSWORD", keys.password(service));
        settings.put(
                "KAFKA_BOOTSTRAP_SERVERS",
                links == null ? bootstrapServers() : "127.0.0.1:" + links.port(service, Links.End.BROKER));
        settings.put("BERDIKARI_OIDC_PUBLIC_KEY", keys.tokenPublicKey());
        settings.put("BERDIKARI_SECRET", keys.secret(service));
        settings.put("BERDIKARI_AUDIT_PRIVATE_KEY", keys.auditPrivateKey());
        settings.put("BERDIKARI_AUDIT_PUBLIC_KEY", keys.auditPublicKey());
        settings.put(
                "BERDIKARI_AUDIT_ANCHOR",
                data.resolve("audit/" + service.id() + ".anchor").toString());
        if (replica.number() > 1) {
            settings.put("BERDIKARI_AUDIT_REPLICA", replica.name());
        }
        if (service == Service.FUNDRAISING) {
            settings.put("BERDIKARI_MIDTRANS_SERVER_KEY", keys.midtransServerKey());
        }
        return settings;
    }

    /** The database shows the replica's name beside each of its sessions. */
    private String databaseOf(Replica replica) {
        var url = links == null
                ? jdbcUrl(replica.service())
                : LocalPostgres.jdbcUrl(
                        links.port(replica.service(), Links.End.DATABASE),
                        replica.service().id());
        return url + "?ApplicationName=" + replica.name();
    }

    private void awaitReady(Replica replica) {
        var process = services.get(replica);
        if (process != null) {
            Launch.await(
                    PATIENCE,
                    process,
                    log(replica.name()),
                    "The " + replica.name() + " service",
                    () -> isReady(replica.port(portBase)));
        }
    }

    /** Asks the process that serves clients, past its links. */
    public boolean isReady(Service service) {
        return isReady(serving(service).port(portBase));
    }

    private boolean isReady(int port) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until the suite is closed, or refuses with the log's end when a service ends by itself. */
    public void awaitEnd() {
        var ends = services.entrySet().stream()
                .map(entry -> entry.getValue().onExit().thenApply(process -> entry.getKey()))
                .toArray(CompletableFuture<?>[]::new);
        var ended = (Replica) CompletableFuture.anyOf(ends).join();
        if (!closing.get()) {
            throw new LocalProblem(
                    "The " + ended.name() + " service ended by itself. " + Launch.tail(log(ended.name())));
        }
    }

    /** Stops the services, then Kafka, then PostgreSQL. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        var start = System.nanoTime();
        services.values().forEach(Process::destroy);
        services.forEach(this::awaitStop);
        var broker = kafka;
        if (broker != null) {
            broker.close();
        }
        var database = postgres;
        if (database != null) {
            database.close();
        }
        if (links != null) {
            links.close();
        }
        RunningSuite.forget(data);
        progress.accept("  stopped after %.1f s".formatted((System.nanoTime() - start) / 1e9));
    }

    private void awaitStop(Replica replica, Process process) {
        try {
            if (!process.waitFor(plan.caches == AotCaches.TRAINED ? TRAINING_PATIENCE : STOP_PATIENCE)) {
                process.destroyForcibly();
            }
            Files.deleteIfExists(pidFile(replica));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path pidFile(Replica replica) {
        return data.resolve("run/" + replica.name() + ".pid");
    }

    /** Those beside the first are always of this checkout. */
    private ServiceJvm jvm(Replica replica) {
        return ServiceJvm.of(replica.service(), replica.number() == 1 ? plan.build : ProjectRoot.find());
    }
}
