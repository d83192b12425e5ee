package id.berdikari.beneficiary;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A request body that tests vary field by field. */
public record Body(JsonNode json) {
    private static final ObjectMapper JSON = new ObjectMapper();

    public static Body of(String text) {
        try {
            return new Body(JSON.readTree(text));
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException(malformed);
        }
    }

    /** The same with another value at a JSON Pointer; null leaves the field out. */
    public Body with(String pointer, @Nullable Object value) {
        var changed = json.deepCopy();
        var at = JsonPointer.compile(pointer);
        var name = at.last().getMatchingProperty();
        switch (changed.at(at.head())) {
            case ObjectNode object when value == null -> object.remove(name);
            case ObjectNode object -> object.set(name, JSON.valueToTree(value));
            case ArrayNode array -> array.set(at.last().getMatchingIndex(), JSON.<JsonNode>valueToTree(value));
            case JsonNode other -> throw new IllegalArgumentException(pointer + " in " + other);
        }
        return new Body(changed);
    }

    @Override
    public String toString() {
        return json.toString();
    }
}
