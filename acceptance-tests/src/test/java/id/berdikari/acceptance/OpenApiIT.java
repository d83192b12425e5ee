package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.local.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a client developer finds at /openapi of each running service. */
class OpenApiIT {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    @ParameterizedTest
    @EnumSource
    void isServedAsOpenApi31(Service service) {
        assertTrue(document(service).path("openapi").asText().startsWith("3.1"));
    }

    @ParameterizedTest
    @EnumSource
    void describesEveryOperation(Service service) {
        var defects = new ArrayList<String>();
        var ids = new HashSet<String>();
        document(service)
                .path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        var name = method + " " + path;
                        if (!ids.add(operation.path("operationId").asText(name))) {
                            defects.add(name + " shares its operationId");
                        }
                        for (var field : List.of("operationId", "summary", "description")) {
                            if (operation.path(field).asText().isBlank()) {
                                defects.add(name + " has no " + field);
                            }
                        }
                        if (operation.path("tags").isEmpty()) {
                            defects.add(name + " has no tag");
                        }
                        if (!tellsOfErrors(operation)) {
                            defects.add(name + " has no error answer as a problem");
                        }
                    }
                }));

        assertEquals(List.of(), defects);
    }

    /** Two schemas of one name get a number; a client would be full of Status3 and Status4. */
    @ParameterizedTest
    @EnumSource
    void namesEverySchema(Service service) {
        var numbered = document(service).at("/components/schemas").properties().stream()
                .map(schema -> schema.getKey())
                .filter(name -> name.matches(".*[0-9]"))
                .toList();

        assertEquals(List.of(), numbered);
    }

    @ParameterizedTest
    @EnumSource
    void showsAnExampleOfEveryBody(Service service) {
        var document = document(service);
        var defects = new ArrayList<String>();
        document.path("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    if (METHODS.contains(method)) {
                        var name = method + " " + path;
                        lookForExamples(document, operation.path("requestBody"), name + " request", defects);
                        operation.path("responses").forEachEntry((status, answer) -> {
                            if (status.startsWith("2")) {
                                lookForExamples(document, answer, name + " answer " + status, defects);
                                if (!status.equals("204") && answer.findValue("schema") == null) {
                                    defects.add(name + " answer " + status + " has no schema");
                                }
                            }
                        });
                    }
                }));

        assertEquals(List.of(), defects.stream().distinct().sorted().toList());
    }

    private static JsonNode document(Service service) {
        return SharedSuite.clients().get(service, "/openapi?format=json", null).require(200);
    }

    private static boolean tellsOfErrors(JsonNode operation) {
        return operation.path("responses").properties().stream()
                .anyMatch(answer -> answer.getKey().startsWith("4")
                        && answer.getValue().path("content").has("application/problem+json"));
    }

    private static void lookForExamples(JsonNode document, JsonNode body, String where, List<String> defects) {
        body.path("content").forEach(content -> {
            if (!content.has("example") && !content.has("examples") && content.has("schema")) {
                lookForExamples(document, content.path("schema"), where, new HashSet<>(), defects);
            }
        });
    }

    /** Of these everybody knows what they look like. */
    private static boolean explainsItself(JsonNode schema) {
        return schema.has("format")
                || Set.of("boolean", "integer", "object")
                        .contains(schema.path("type").asText());
    }

    /** An example of a whole is made of the examples of its parts; what has few values is its own example. */
    private static void lookForExamples(
            JsonNode document, JsonNode schema, String where, Set<String> seen, List<String> defects) {
        var reference = schema.path("$ref").asText();
        if (schema.has("examples") || schema.has("example") || schema.has("enum") || schema.has("default")) {
            return;
        }
        if (!reference.isEmpty()) {
            if (seen.add(reference)) {
                lookForExamples(
                        document,
                        document.at(JsonPointer.compile(reference.substring(1))),
                        where + " " + reference.substring(reference.lastIndexOf('/') + 1),
                        seen,
                        defects);
            }
        } else if (schema.has("items")) {
            lookForExamples(document, schema.path("items"), where + "[]", seen, defects);
        } else if (schema.has("anyOf") || schema.has("oneOf") || schema.has("allOf")) {
            for (var alternative : List.of("anyOf", "oneOf", "allOf")) {
                schema.path(alternative).forEach(each -> {
                    if (!each.path("type").asText().equals("null")) {
                        lookForExamples(document, each, where, seen, defects);
                    }
                });
            }
        } else if (schema.has("properties")) {
            schema.path("properties")
                    .forEachEntry(
                            (name, property) -> lookForExamples(document, property, where + "." + name, seen, defects));
        } else if (!explainsItself(schema)) {
            defects.add(where + " has no example");
        }
    }
}
