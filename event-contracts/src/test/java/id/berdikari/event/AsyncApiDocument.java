package id.berdikari.event;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** An AsyncAPI 3.0.0 document, checked against the official JSON Schema and for what a schema cannot say. */
final class AsyncApiDocument {
    private static final Schema OFFICIAL_SCHEMA = officialSchema();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;
    private final JsonNode root;

    /** Takes the folder that references to other files start from. */
    AsyncApiDocument(String yaml, Path folder) throws IOException {
        this.folder = folder;
        this.root = new YAMLMapper().readTree(yaml);
    }

    JsonNode root() {
        return root;
    }

    List<String> problems() {
        var problems = new ArrayList<String>();
        for (var error : OFFICIAL_SCHEMA.validate(withPayloads().toString(), InputFormat.JSON)) {
            problems.add(error.getInstanceLocation() + ": " + error.getMessage());
        }
        for (var reference : root.findValues("$ref")) {
            if (isDangling(reference.asText())) {
                problems.add("$ref leads nowhere: " + reference.asText());
            }
        }
        root.path("operations").forEachEntry((name, operation) -> {
            var messagesOfChannel = operation.at("/channel/$ref").asText() + "/messages/";
            for (var message : operation.path("messages")) {
                if (!message.path("$ref").asText().startsWith(messagesOfChannel)) {
                    problems.add("operation " + name + " has a message that its channel does not carry: " + message);
                }
            }
        });
        return problems;
    }

    /** A reader must need no network: a place inside the document, or a whole file beside it. */
    private boolean isDangling(String reference) {
        if (reference.startsWith("#/")) {
            return root.at(JsonPointer.compile(URI.create(reference).getFragment()))
                    .isMissingNode();
        }
        return !Files.isRegularFile(folder.resolve(reference));
    }

    /** The same document with the schema files in the place of the references to them. */
    private JsonNode withPayloads() {
        var whole = root.deepCopy();
        for (var message : whole.at("/components/messages")) {
            var reference = message.at("/payload/$ref").asText();
            if (!reference.isEmpty() && !isDangling(reference) && !reference.startsWith("#")) {
                ((ObjectNode) message).set("payload", read(folder.resolve(reference)));
            }
        }
        return whole;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Schema officialSchema() {
        try (var schema = Objects.requireNonNull(
                AsyncApiDocument.class.getResourceAsStream("/asyncapi/asyncapi-3.0.0.schema.json"))) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
                    .getSchema(schema);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
