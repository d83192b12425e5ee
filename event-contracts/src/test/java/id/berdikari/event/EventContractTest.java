package id.berdikari.event;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pins what travels: for each event type a schema that says what its record says, and a golden file with the headers and
 * the JSON as they stand on the topic. A golden file that must change is a breaking change, which is a new type.
 */
class EventContractTest {
    private static final Path SCHEMAS = Path.of("src/main/resources/schemas");
    private static final Path GOLDEN = Path.of("src/test/resources/golden");
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    /** As the services write JSON. */
    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    static List<Class<? extends Event>> types() {
        return EventFamily.allTypes();
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaSaysWhatTheRecordSays(Class<? extends Event> type) throws Exception {
        var schema = JSON.readTree(schemaFile(type).toFile());

        assertEquals(Event.typeOf(type), schema.path("title").asText());
        assertEquals(
                "https://json-schema.org/draft/2020-12/schema",
                schema.path("$schema").asText());
        assertFalse(schema.has("additionalProperties"), "fields may be added");
        assertEquals(List.of(), RecordSchema.differences(type, schema));
    }

    @ParameterizedTest
    @MethodSource("types")
    void schemaIsValidAndAcceptsItsExamples(Class<? extends Event> type) throws Exception {
        var text = Files.readString(schemaFile(type));
        var examples = JSON.readTree(text).path("examples");

        var defects = metaSchema().validate(text, InputFormat.JSON);

        assertEquals(List.of(), defects);
        assertFalse(examples.isEmpty());
        for (var example : examples) {
            assertEquals(List.of(), problems(schema(type), example));
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void goldenEventDecodesAndEncodesToTheSame(Class<? extends Event> type) throws Exception {
        var golden = golden(type);

        var event = JSON.treeToValue(golden.path("value"), type);

        assertEquals(golden.path("value"), JSON.readTree(JSON.writeValueAsString(event)));
        assertEquals(golden.path("key").asText(), event.subject());
        assertEquals(List.of(), problems(schema(type), golden.path("value")));
    }

    @ParameterizedTest
    @MethodSource("types")
    void goldenHeadersAreThoseOfTheAsyncApi(Class<? extends Event> type) throws Exception {
        var golden = golden(type);
        var headers = golden.path("headers");
        var family = EventFamily.of(type);

        var defects = problems(headersSchema(), headers);

        assertAll(
                () -> assertEquals(List.of(), defects),
                () -> assertEquals(family.topic(), golden.path("topic").asText()),
                () -> assertEquals(
                        "/" + family.service(), headers.path("ce_source").asText()),
                () -> assertEquals(Event.typeOf(type), headers.path("ce_type").asText()),
                () -> assertEquals(
                        golden.path("key").asText(), headers.path("ce_subject").asText()));
    }

    @ParameterizedTest
    @MethodSource("types")
    void aReaderIgnoresAFieldThatItDoesNotKnow(Class<? extends Event> type) throws Exception {
        var newer = golden(type).path("value").deepCopy();
        ((ObjectNode) newer).put("addedLater", "x");

        assertEquals(List.of(), problems(schema(type), newer));
    }

    @Test
    void noFileIsUnused() throws Exception {
        var expected = EventFamily.allTypes().stream()
                .map(type -> Event.typeOf(type) + ".json")
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(expected, files(SCHEMAS));
        assertEquals(expected, files(GOLDEN));
    }

    private static Set<String> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static JsonNode golden(Class<? extends Event> type) throws IOException {
        return JSON.readTree(GOLDEN.resolve(Event.typeOf(type) + ".json").toFile());
    }

    private static Path schemaFile(Class<? extends Event> type) {
        return SCHEMAS.resolve(Event.typeOf(type) + ".json");
    }

    private static List<String> problems(Schema schema, JsonNode value) {
        return schema.validate(value.toString(), InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static Schema schema(Class<? extends Event> type) throws IOException {
        return REGISTRY.getSchema(Files.readString(schemaFile(type)));
    }

    private static Schema headersSchema() throws IOException {
        return REGISTRY.getSchema(new YAMLMapper()
                .readTree(Path.of("src/main/resources/asyncapi.yaml").toFile())
                .at("/components/schemas/cloud-event-headers")
                .toString());
    }

    private static Schema metaSchema() {
        return REGISTRY.getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
    }
}
