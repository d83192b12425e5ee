package id.berdikari.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.Launch;
import id.berdikari.local.LocalSuite;
import id.berdikari.local.ProjectRoot;
import id.berdikari.local.Service;
import id.berdikari.local.SuitePlan;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;

/** A backup is taken while stories run, and a suite made of it: everything accepted before is there, and goes on. */
class BackupIT {
    private static final Path FILE = Path.of("target/suite.backup").toAbsolutePath();
    private static final Path RESTORED = Path.of("target/restored").toAbsolutePath();
    private static final Patience PATIENCE = new Patience(Duration.ofSeconds(90));
    private static final int STORIES = 4;

    /** They say when something was looked at, not what came of it. */
    private static final Set<String> MARKS =
            Set.of("audit_entry", "audit_seal", "inbox", "outbox", "raised_checkpoint");

    @Test
    void whatWasAcceptedBeforeIsWholeInARestoredSuite() throws Exception {
        Files.deleteIfExists(FILE);
        Folders.empty(RESTORED);
        var told = SharedSuite.story();
        var data = SharedSuite.processes().dataDir();
        onceAStoryReaches("FUNDING_REQUESTED", () -> command("backup", FILE.toString(), "--data", data.toString()));
        copyKeys(data);
        var portBase = Integer.toString(SharedSuite.freePortBase());

        var restore = List.of("restore", FILE.toString(), "--data", RESTORED.toString(), "--port-base", portBase);
        assertEquals(0, command(restore.toArray(String[]::new)));
        assertNotEquals(0, command(restore.toArray(String[]::new)), "what is there is never overwritten");

        try (var processes = SuitePlan.in(RESTORED, Integer.parseInt(portBase))
                .environment(SharedSuite.ENVIRONMENT)
                .start(line -> System.out.println(line))) {
            var clients = Suite.local(RESTORED, Integer.parseInt(portBase), PATIENCE);
            assertClean(Verdict.on(processes, clients, List.of(told)));

            var before = contents(processes);
            tellEverythingAgain(processes);
            assertEquals(before, contents(processes), "a second replay changes nothing");

            var next = new StoryA(clients, SharedSuite.wording(), step -> {}, Help.mobilityAid()).live();
            assertClean(Verdict.on(processes, clients, List.of(told, next)));
        }
    }

    private static void onceAStoryReaches(String outcome, Callable<Integer> backup) throws Exception {
        var reached = new CountDownLatch(1);
        StoryListener listener = step -> {
            if (step.outcome().equals(outcome)) {
                reached.countDown();
            }
        };
        try (var threads = Executors.newFixedThreadPool(STORIES)) {
            var stories = Help.all().stream()
                    .limit(STORIES)
                    .map(help -> threads.submit(() -> SharedSuite.live(help, listener)))
                    .toList();
            assertTrue(reached.await(60, TimeUnit.SECONDS), "no story came as far as " + outcome);
            assertEquals(0, backup.call());
            for (var story : stories) {
                story.get();
            }
        }
    }

    /** As a user runs it. */
    private static int command(String... arguments) throws Exception {
        var command = new ArrayList<>(List.of(
                Launch.java(),
                "-Xmx128m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-Dslf4j.internal.verbosity=ERROR",
                "-Dberdikari.root=" + ProjectRoot.find(),
                "-cp",
                ProjectRoot.built("local-stack/target/classes") + File.pathSeparator
                        + ProjectRoot.built("local-stack/target/lib") + "/*",
                "id.berdikari.local.command.Berdikari"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static void copyKeys(Path data) throws Exception {
        var keys = Files.createDirectories(RESTORED.resolve("keys"));
        try (var files = Files.list(data.resolve("keys"))) {
            for (var file : files.toList()) {
                Files.copy(file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private static void assertClean(Verdict verdict) {
        var broken = verdict.checks().stream().filter(check -> !check.holds()).toList();
        assertEquals(List.of(), broken);
    }

    /** A digest of each table of each service. */
    private static Map<String, String> contents(LocalSuite processes) {
        var databases = new Databases(processes);
        var contents = new TreeMap<String, String>();
        for (var service : Service.values()) {
            for (var table : databases.rows(service, "select tablename from pg_tables where schemaname = 'public'")) {
                if (!MARKS.contains(table)) {
                    contents.put(
                            service.id() + "." + table,
                            databases
                                    .rows(
                                            service,
                                            "select count(*), md5(string_agg(t::text, ',' order by t::text)) from \""
                                                    + table + "\" t")
                                    .toString());
                }
            }
        }
        return contents;
    }

    /** Sends each record once more, and waits until the services have read them all. */
    private static void tellEverythingAgain(LocalSuite processes) throws Exception {
        Map<String, Object> broker = Map.of("bootstrap.servers", processes.bootstrapServers());
        try (var producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
                var admin = Admin.create(broker)) {
            var ends = new HashMap<TopicPartition, Long>();
            for (var each : TopicRecords.read(processes.bootstrapServers())) {
                var message = new ProducerRecord<>(each.topic(), each.key(), each.value());
                each.headers().forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
                var sent = producer.send(message).get();
                ends.put(new TopicPartition(sent.topic(), sent.partition()), sent.offset() + 1);
            }
            PATIENCE.until("the services have read everything again", () -> haveRead(admin, ends));
        }
    }

    private static Optional<Boolean> haveRead(Admin admin, Map<TopicPartition, Long> ends) {
        for (var service : List.of(Service.FUNDRAISING, Service.PROGRAM, Service.MONITORING)) {
            try {
                var read = admin.listConsumerGroupOffsets(service.id() + "-service")
                        .partitionsToOffsetAndMetadata()
                        .get();
                if (read.entrySet().stream()
                        .anyMatch(each -> each.getValue().offset() < ends.getOrDefault(each.getKey(), 0L))) {
                    return Optional.empty();
                }
            } catch (Exception failed) {
                throw new StoryFailure("Kafka does not say how far " + service.id() + " has read: " + failed);
            }
        }
        return Optional.of(true);
    }
}
