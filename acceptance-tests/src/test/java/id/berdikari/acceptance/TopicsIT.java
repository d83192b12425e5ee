package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import id.berdikari.acceptance.TopicRecords.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a whole story left on the topics and in the logs: events as promised, and nothing about a person. */
class TopicsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    private static final Set<String> TOPICS =
            Set.of("beneficiary-events", "fundraising-events", "program-events", "monitoring-events");

    private static List<Told> told = List.of();

    @BeforeAll
    static void tellAStory() {
        SharedSuite.story();
        told = TopicRecords.read(SharedSuite.processes().bootstrapServers());
    }

    @Test
    void everyServiceTellsItsFacts() {
        assertEquals(TOPICS, told.stream().map(Told::topic).collect(Collectors.toSet()));
    }

    @Test
    void everyRecordIsACloudEventThatItsSchemaAccepts() throws Exception {
        var headers = headersSchema();
        var problems = new ArrayList<String>();
        for (var each : told) {
            problems.addAll(problems(each.type() + " headers", headers, JSON.writeValueAsString(each.headers())));
            problems.addAll(problems(each.type(), payloadSchema(each.type()), each.value()));
        }

        assertEquals(List.of(), problems);
    }

    @Test
    void everyRecordStandsUnderItsSubjectOnItsServicesTopic() {
        assertAll(told.stream().map(each -> () -> {
            assertEquals(each.key(), each.headers().get("ce_subject"));
            assertEquals(
                    each.topic(),
                    each.headers().getOrDefault("ce_source", "").substring(1).replace("-service", "-events"));
        }));
    }

    @Test
    void factsAboutOneSubjectKeepTheirOrder() {
        var last = new HashMap<String, String>();
        var disorder = new ArrayList<String>();
        var seen = new HashSet<String>();
        for (var each : told) {
            // A fact may come twice, with the same id, but never before an older one's first time.
            if (seen.add(each.headers().get("ce_source") + each.headers().get("ce_id"))) {
                var sequence = each.headers().getOrDefault("ce_sequence", "");
                var before = last.put(each.topic() + each.key(), sequence);
                if (before != null && before.compareTo(sequence) >= 0) {
                    disorder.add(each.type() + " " + sequence + " after " + before);
                }
            }
        }

        assertEquals(List.of(), disorder);
    }

    @Test
    void nothingIsParked() {
        assertEquals(List.of(), told.stream().filter(Told::isParked).toList());
    }

    @Test
    void noTopicAndNoLogShowsWhatPeopleWrote() throws Exception {
        var wording = SharedSuite.wording();
        var secrets = new HashSet<>(wording.secrets());
        secrets.addAll(SharedSuite.clients().tokens());
        var leaks = new ArrayList<String>();
        for (var each : told) {
            var text = each.key() + each.headers() + each.value();
            secrets.stream().filter(text::contains).forEach(secret -> leaks.add(each.type() + " shows " + secret));
            if (!each.type().equals("beneficiary-approved")) {
                wording.published().stream()
                        .filter(text::contains)
                        .forEach(word -> leaks.add(each.type() + " shows " + word));
            }
        }
        for (var log : logs()) {
            var text = Files.readString(log);
            assertFalse(text.isEmpty(), () -> log + " is empty, so it proves nothing");
            secrets.stream().filter(text::contains).forEach(secret -> leaks.add(log + " shows " + secret));
            wording.published().stream().filter(text::contains).forEach(word -> leaks.add(log + " shows " + word));
        }

        assertEquals(List.of(), leaks);
        assertTrue(secrets.size() > 20, "the story planted values");
        assertTrue(
                told.stream().anyMatch(each -> wording.published().stream().anyMatch(each.value()::contains)),
                "the scan finds what may be told, so it would find what may not");
    }

    private static List<Path> logs() throws IOException {
        try (var logs = Files.list(SharedSuite.processes().dataDir().resolve("logs"))) {
            return logs.filter(log -> !log.endsWith("kafka.log")).toList();
        }
    }

    private static List<String> problems(String what, Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON).stream()
                .map(problem -> what + ": " + problem)
                .toList();
    }

    private static Schema payloadSchema(String type) throws IOException {
        try (var schema = TopicsIT.class.getResourceAsStream("/schemas/" + type + ".json")) {
            assertNotNull(schema, "There is no schema for " + type);
            return REGISTRY.getSchema(new String(schema.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
        }
    }

    private static Schema headersSchema() throws IOException {
        try (var asyncApi = TopicsIT.class.getResourceAsStream("/asyncapi.yaml")) {
            assertNotNull(asyncApi);
            return REGISTRY.getSchema(new YAMLMapper()
                    .readTree(asyncApi)
                    .at("/components/schemas/cloud-event-headers")
                    .toString());
        }
    }
}
