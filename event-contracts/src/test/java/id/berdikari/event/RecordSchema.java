package id.berdikari.event;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Compares a record's components with a JSON Schema: names, types, formats, constants and what may be null. */
final class RecordSchema {
    private final JsonNode root;
    private final List<String> differences = new ArrayList<>();

    private RecordSchema(JsonNode root) {
        this.root = root;
    }

    static List<String> differences(Class<?> type, JsonNode schema) {
        var comparison = new RecordSchema(schema);
        comparison.compareRecord(type.getSimpleName(), type, schema);
        return comparison.differences;
    }

    private void compareRecord(String place, Class<?> type, JsonNode schema) {
        expect(place + " type", "object", schema.path("type").asText());
        var names = new TreeSet<String>();
        for (var component : type.getRecordComponents()) {
            names.add(component.getName());
            compareComponent(place + "." + component.getName(), component, schema);
        }
        expect(place + " properties", names, names(schema.path("properties").fieldNames()));
        expect(place + " required", names, texts(schema.path("required")));
    }

    private void compareComponent(String place, RecordComponent component, JsonNode schema) {
        var property = schema.path("properties").path(component.getName());
        var isNullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        expect(place + " may be null", isNullable, texts(property.path("type")).contains("null"));
        if (property.path("description").asText().isBlank()) {
            differences.add(place + " has no description");
        }
        compare(place, component.getGenericType(), property);
    }

    private void compare(String place, Type type, JsonNode schema) {
        switch (type) {
            case ParameterizedType list
            when list.getRawType() == List.class -> {
                expect(place + " type", "array", schema.path("type").asText());
                compare(place + "[]", list.getActualTypeArguments()[0], schema.path("items"));
            }
            case Class<?> money
            when money == EventMoney.class -> {
                expect(place + " $ref", "#/$defs/money", schema.path("$ref").asText());
                compareRecord(place, money, root.at("/$defs/money"));
            }
            case Class<?> nested when nested.isRecord() -> compareRecord(place, nested, schema);
            case Class<?> constants
            when constants.isEnum() -> {
                expectType(place, "string", null, schema);
                expect(
                        place + " enum",
                        Stream.of(constants.getEnumConstants())
                                .map(Object::toString)
                                .toList(),
                        StreamSupport.stream(schema.path("enum").spliterator(), false)
                                .filter(value -> !value.isNull())
                                .map(JsonNode::asText)
                                .toList());
            }
            case Class<?> plain when plain == UUID.class -> expectType(place, "string", "uuid", schema);
            case Class<?> plain when plain == LocalDate.class -> expectType(place, "string", "date", schema);
            case Class<?> plain when plain == String.class -> expectType(place, "string", null, schema);
            case Class<?> plain when plain == boolean.class -> expectType(place, "boolean", null, schema);
            default -> differences.add(place + " is of a type that events do not use: " + type);
        }
    }

    private void expectType(String place, String type, @Nullable String format, JsonNode schema) {
        var types = texts(schema.path("type"));
        types.remove("null");
        expect(place + " type", new TreeSet<>(List.of(type)), types);
        expect(place + " format", format, schema.path("format").asText(null));
    }

    private void expect(String what, @Nullable Object expected, @Nullable Object found) {
        if (!Objects.equals(expected, found)) {
            differences.add(what + ": the record says " + expected + ", the schema " + found);
        }
    }

    private static Set<String> texts(JsonNode values) {
        var texts = new TreeSet<String>();
        if (values.isTextual()) {
            texts.add(values.asText());
        }
        values.forEach(value -> texts.add(value.asText()));
        return texts;
    }

    private static Set<String> names(java.util.Iterator<String> names) {
        var all = new TreeSet<String>();
        names.forEachRemaining(all::add);
        return all;
    }
}
