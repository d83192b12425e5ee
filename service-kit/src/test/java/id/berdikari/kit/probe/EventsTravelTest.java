package id.berdikari.kit.probe;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.kit.EventsFrom;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.probe.NoteEvent.NoteChanged;
import id.berdikari.kit.probe.NoteEvent.NoteWritten;
import id.berdikari.local.backup.RelayPause;
import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class EventsTravelTest {

    @Inject
    NoteDesk desk;

    @Inject
    NoteEventsConsumer consumer;

    @Inject
    DataSource database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    private final EventsFrom probe = EventsFrom.service("probe-service");

    @BeforeEach
    void sick() {
        consumer.cured(false);
        consumer.outages(0);
    }

    @Test
    void aCommittedEventReachesTheConsumerInOrderAndLeavesTheOutbox() {
        var note = desk.write("first " + UUID.randomUUID(), Money.rupiah("1"));

        IntStream.range(0, 200).forEach(i -> desk.change(note.id(), "*", "change " + i));

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(201, heard(note.id()).size()));
        assertEquals(
                IntStream.range(0, 200).mapToObj(i -> "change " + i).toList(),
                heard(note.id()).subList(1, 201));
        await().untilAsserted(() -> assertEquals(0, count("select count(*) from outbox")));
    }

    @Test
    void aTransactionThatFailsAfterTheAppendTellsNothing() {
        var text = "never " + UUID.randomUUID();

        assertThrows(IllegalStateException.class, () -> desk.writeAndFail(text));

        var marker = desk.write("marker " + UUID.randomUUID(), Money.rupiah("1"));
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(1, heard(marker.id()).size()));
        assertEquals(0, count("select count(*) from heard where text = '" + text + "'"));
    }

    /** A backup relies on it that nothing is sent while it holds the lock that it believes to be the relay's. */
    @Test
    void requestsGoOnWhileABackupHoldsTheirEventsBack() throws SQLException {
        try (var connection = database.getConnection();
                var _ = RelayPause.begin(connection)) {
            desk.write("in a pause " + UUID.randomUUID(), Money.rupiah("1"));

            await().during(Duration.ofSeconds(2))
                    .atMost(Duration.ofSeconds(4))
                    .until(() -> count("select count(*) from outbox") == 1);
        }

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(0, count("select count(*) from outbox")));
    }

    @Test
    void theRecordIsABinaryCloudEvent() {
        var note = desk.write("cloud " + UUID.randomUUID(), Money.rupiah("1"));

        var message = onTopic("probe-events", note.id().toString()).getFirst();

        var headers = new HashMap<String, String>();
        message.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        assertEquals("1.0", headers.get("ce_specversion"));
        assertEquals("/probe-service", headers.get("ce_source"));
        assertEquals("note-written", headers.get("ce_type"));
        assertEquals(note.id().toString(), headers.get("ce_subject"));
        assertEquals("application/json", headers.get("content-type"));
        assertTrue(String.valueOf(headers.get("ce_sequence")).matches("\\d{20}"));
        assertEquals(7, UUID.fromString(headers.get("ce_id")).version());
    }

    @Test
    void theSameRecordTwiceHasOneEffect() {
        var id = Identifiers.next();
        var batch = probe.batch(new NoteWritten(id, "once"));

        consumer.on(batch);
        consumer.on(batch);

        assertEquals(List.of("once"), heard(id));
    }

    @Test
    void aRepeatInsideABatchHasOneEffectInItsFirstPlace() {
        var id = Identifiers.next();
        var first = probe.record(new NoteWritten(id, "first"));
        consumer.on(probe.batch(List.of(first)));
        var second = probe.record(new NoteChanged(id, "second"));

        consumer.on(probe.batch(List.of(first, second, probe.record(new NoteChanged(id, "third")), second)));

        assertEquals(List.of("first", "second", "third"), heard(id));
    }

    @Test
    void poisonInABatchParksWithTheLaterEventsOfItsKeyOnly() {
        var sick = Identifiers.next();
        var well = Identifiers.next();

        consumer.on(probe.batch(
                new NoteWritten(well, "a"),
                new NoteWritten(sick, "poison"),
                new NoteChanged(sick, "behind"),
                new NoteChanged(well, "b")));
        consumer.on(probe.batch(new NoteChanged(sick, "behind too"), new NoteChanged(well, "c")));

        assertEquals(List.of("a", "b", "c"), heard(well));
        assertEquals(List.of(), heard(sick));
        assertEquals(3, count("select count(*) from parked_event where key = '" + sick + "'"));
        assertEquals(3, onTopic("probe-events-dlq", sick.toString()).size());
    }

    @Test
    void aRedriveHandlesParkedEventsInOrderOnceTheCauseIsCured() {
        var sick = Identifiers.next();
        consumer.on(probe.batch(
                new NoteWritten(sick, "poison"), new NoteChanged(sick, "two"), new NoteChanged(sick, "three")));
        redrive(sick, 0, 3);
        assertEquals(List.of(), heard(sick));

        consumer.cured(true);
        redrive(sick, 3, 0);

        assertEquals(List.of("poison", "two", "three"), heard(sick));
        consumer.on(probe.batch(new NoteChanged(sick, "four")));
        assertEquals(List.of("poison", "two", "three", "four"), heard(sick));
    }

    @Test
    void aBatchWaitsForTheRedriveThatIsEmptyingItsKey() throws Exception {
        var sick = Identifiers.next();
        var well = Identifiers.next();
        consumer.on(probe.batch(new NoteWritten(sick, "poison")));
        consumer.cured(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var holder = database.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table heard in exclusive mode");
            var redrive = threads.submit(() -> redrive(sick, 1, 0));
            await().until(() -> waitsFor("locktype = 'relation' and relation = 'heard'::regclass"));
            var batch = threads.submit(
                    () -> consumer.on(probe.batch(new NoteWritten(well, "beside"), new NoteChanged(sick, "after"))));
            await().until(() -> waitsFor("locktype = 'advisory'"));

            holder.commit();
            redrive.get();
            batch.get();
        }

        assertEquals(List.of("poison", "after"), heard(sick));
        assertEquals(List.of("beside"), heard(well));
        assertEquals(0, count("select count(*) from parked_event where key = '" + sick + "'"));
    }

    @Test
    void aRowThatCommitsLateIsSentAlthoughLaterOnesHaveLeft() throws SQLException {
        var topic = "probe-late-" + UUID.randomUUID();
        try (var slow = database.getConnection()) {
            slow.setAutoCommit(false);
            insertIntoOutbox(slow, topic, "slow");
            try (var fast = database.getConnection()) {
                insertIntoOutbox(fast, topic, "fast");
            }
            assertEquals(1, onTopic(topic, "fast").size());
            slow.commit();
        }

        assertEquals(1, onTopic(topic, "slow").size());
    }

    @Test
    void recordsWhoseRowsCannotBeDeletedAreSeenByNobody() throws SQLException {
        var topic = "probe-kept-" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create sequence attempt");
            statement.execute("""
                    create function keep() returns trigger language plpgsql as $$
                    begin
                        perform nextval('attempt');
                        raise 'kept';
                    end $$""");
            statement.execute("create trigger keep before delete on outbox for each row execute function keep()");
            insertIntoOutbox(connection, topic, "kept");
            await().until(() -> count("select last_value from attempt") > 1);
            statement.execute("drop trigger keep on outbox");
        }

        assertEquals(1, onTopic(topic, "kept").size());
    }

    /** What was sent before the failure is sent again; whoever looks for what is new finds it in order. */
    @Test
    void whereALaterBatchFailsAllComeBackInOrder() throws SQLException {
        var many = 12_001;
        var topic = "probe-many-" + UUID.randomUUID();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create sequence failure");
            statement.execute("""
                    create function fail_twice() returns trigger language plpgsql as $$
                    begin
                        if nextval('failure') <= 2 then raise 'not yet'; end if;
                        return old;
                    end $$""");
            statement.execute("""
                    create trigger fail_twice before delete on outbox for each row when (old.payload = '11000')
                    execute function fail_twice()""");
            statement.execute("""
                    insert into outbox (topic, key, headers, payload, created_at)
                    select '%s', 'many', '{}', convert_to(n::text, 'UTF8'), now() from generate_series(1, %d) n""".formatted(topic, many));
            await().until(() -> count("select count(*) from outbox") == 0);
            statement.execute("drop trigger fail_twice on outbox");
        }

        var numbers = onTopic(topic, "many", message -> text(message).equals(Integer.toString(many))).stream()
                .map(EventsTravelTest::text)
                .distinct()
                .toList();
        assertEquals(IntStream.rangeClosed(1, many).mapToObj(Integer::toString).toList(), numbers);
    }

    @Test
    void anOutageBringsTheBatchBackUntilItIsOver() {
        var id = Identifiers.next();
        consumer.outages(3);

        consumer.on(probe.batch(new NoteWritten(id, "outage"), new NoteChanged(id, "after")));

        assertEquals(List.of("outage", "after"), heard(id));
        assertEquals(0, count("select count(*) from parked_event where key = '" + id + "'"));
    }

    @Test
    void anUnknownTypeIsSkippedAndAnUndecodableRecordIsParked() {
        var id = Identifiers.next();
        var future = probe.record(new NoteWritten(id, "x"));
        future.headers().remove("ce_type").add("ce_type", "note-sung".getBytes(StandardCharsets.UTF_8));
        var broken =
                new ConsumerRecord<>("probe-events", 0, 900_001L, id.toString(), "{".getBytes(StandardCharsets.UTF_8));
        probe.record(new NoteWritten(id, "y")).headers().forEach(broken.headers()::add);
        var bare = new ConsumerRecord<>("probe-events", 0, 900_002L, "bare", "{}".getBytes(StandardCharsets.UTF_8));

        consumer.on(probe.batch(List.of(future, broken, bare)));

        assertEquals(List.of(), heard(id));
        assertEquals(
                List.of("the value is not a note-written", "ce_specversion is not 1.0"),
                texts("select cause from parked_event where record_offset in (900001, 900002) order by id"));
    }

    @Test
    void onlyAnAdministratorSeesParkedEvents() {
        given().auth()
                .oauth2(TestTokens.of("verifier"))
                .get("/api/v1/parked-events")
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(TestTokens.of("admin"))
                .get("/api/v1/parked-events")
                .then()
                .statusCode(200);
    }

    private void redrive(UUID key, int handled, int stillParked) {
        given().auth()
                .oauth2(TestTokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("key", key.toString()))
                .post("/api/v1/parked-events/redrive")
                .then()
                .statusCode(200)
                .body("handled", equalTo(handled))
                .body("stillParked", equalTo(stillParked));
    }

    private List<ConsumerRecord<String, byte[]>> onTopic(String topic, String key) {
        return onTopic(topic, key, message -> true);
    }

    private List<ConsumerRecord<String, byte[]>> onTopic(
            String topic, String key, Predicate<ConsumerRecord<String, byte[]>> last) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (var reader = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            reader.subscribe(List.of(topic));
            var found = new ArrayList<ConsumerRecord<String, byte[]>>();
            await().atMost(Duration.ofSeconds(20)).until(() -> {
                reader.poll(Duration.ofMillis(300)).forEach(message -> {
                    if (key.equals(message.key())) {
                        found.add(message);
                    }
                });
                return found.stream().anyMatch(last);
            });
            reader.poll(Duration.ofMillis(500)).forEach(message -> {
                if (key.equals(message.key())) {
                    found.add(message);
                }
            });
            return found;
        }
    }

    private static String text(ConsumerRecord<?, byte[]> message) {
        return new String(message.value(), StandardCharsets.UTF_8);
    }

    private static void insertIntoOutbox(Connection connection, String topic, String key) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into outbox (topic, key, headers, payload, created_at) values (?, ?, '{}', '', now())")) {
            insert.setString(1, topic);
            insert.setString(2, key);
            insert.executeUpdate();
        }
    }

    private boolean waitsFor(String lock) {
        return count("select count(*) from pg_locks where not granted and " + lock) > 0;
    }

    private List<String> heard(UUID note) {
        return texts("select text from heard where note_id = '" + note + "' order by id");
    }

    private int count(String sql) {
        return Integer.parseInt(texts(sql).getFirst());
    }

    private List<String> texts(String sql) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            var found = new ArrayList<String>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
