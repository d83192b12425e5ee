package id.berdikari.acceptance;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.local.ProjectRoot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/** Questionnaires and sets of dimensions that can be posted as they are. */
final class ReadyMade {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadyMade() {}

    static Map<String, Object> read(String name) {
        var file = ProjectRoot.find().resolve("beneficiary-service/src/main/resources/ready-made/" + name + ".json");
        try {
            return JSON.readValue(file.toFile(), new TypeReference<>() {});
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
