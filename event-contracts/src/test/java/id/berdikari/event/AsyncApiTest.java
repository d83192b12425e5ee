package id.berdikari.event;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What asyncapi.yaml promises is what the records are. */
class AsyncApiTest {
    private static final Path FOLDER = Path.of("src/main/resources");

    private final AsyncApiDocument document;

    AsyncApiTest() throws IOException {
        document = new AsyncApiDocument(Files.readString(FOLDER.resolve("asyncapi.yaml")), FOLDER);
    }

    @Test
    void isValid() {
        assertEquals(List.of(), document.problems());
    }

    @Test
    void hasNoMessageThatIsNoEvent() {
        var events = EventFamily.allTypes().stream().map(Event::typeOf).collect(Collectors.toCollection(TreeSet::new));

        assertEquals(events, names(document.root().at("/components/messages")));
    }

    @ParameterizedTest
    @EnumSource
    void givesAFamilyItsOwnChannelThatKeepsEverything(EventFamily family) {
        var channel = document.root().path("channels").path(family.topic());

        assertAll(
                () -> assertEquals(family.topic(), channel.path("address").asText()),
                () -> assertEquals(family.typeNames(), names(channel.path("messages"))),
                () -> assertEquals(12, channel.at("/bindings/kafka/partitions").asInt()),
                () -> assertEquals(
                        -1,
                        channel.at("/bindings/kafka/topicConfiguration/retention.ms")
                                .asInt()));
    }

    @ParameterizedTest
    @EnumSource
    void namesOneServiceThatTellsAFamily(EventFamily family) {
        var telling = document.root().path("operations").properties().stream()
                .filter(operation ->
                        operation.getValue().path("action").asText().equals("send"))
                .filter(operation ->
                        operation.getValue().at("/channel/$ref").asText().equals("#/channels/" + family.topic()))
                .toList();

        assertEquals(1, telling.size());
        assertEquals(family.service() + "-tells", telling.getFirst().getKey());
        assertEquals(
                family.typeNames().size(),
                telling.getFirst().getValue().path("messages").size());
    }

    @Test
    void describesEachMessageByItsSchemaFileAndTheCloudEventsHeaders() {
        assertAll(document.root().at("/components/messages").properties().stream()
                .map(entry -> () -> {
                    var type = entry.getKey();
                    var message = entry.getValue();
                    assertEquals(type, message.path("name").asText());
                    assertEquals(
                            "schemas/" + type + ".json",
                            message.at("/payload/$ref").asText());
                    assertEquals(
                            "#/components/messageTraits/cloud-event",
                            message.at("/traits/0/$ref").asText());
                    assertEquals(
                            type,
                            message.at("/headers/properties/ce_type/enum/0").asText());
                }));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(each -> each.getKey()).collect(Collectors.toCollection(TreeSet::new));
    }
}
