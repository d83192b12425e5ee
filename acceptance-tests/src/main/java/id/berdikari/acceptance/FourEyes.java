package id.berdikari.acceptance;

import static id.berdikari.acceptance.Telling.requireThat;
import static id.berdikari.local.Service.BENEFICIARY;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What one writes and another publishes: questionnaires, dimensions of poverty, criteria. */
final class FourEyes {
    private final Suite suite;
    private final Telling telling;

    FourEyes(Suite suite, Telling telling) {
        this.suite = suite;
        this.telling = telling;
    }

    /**
     * Publishes a draft, unless one of its code is published already.
     *
     * @param words what it is, for whoever hears the story
     */
    JsonNode publish(String collection, Person author, Person publisher, Map<String, Object> draft, String words) {
        var found = suite.get(BENEFICIARY, collection + "?status=PUBLISHED&code=" + draft.get("code"), publisher)
                .require(200)
                .at("/items/0");
        var published = found.isMissingNode() ? publish(collection, author, publisher, draft) : found;
        var path = collection + "/" + published.path("id").asText();
        telling.tell(
                author.name() + " and " + publisher.name(),
                "write and publish " + words,
                found.isMissingNode() ? "PUBLISHED, by another than its author" : "PUBLISHED since an earlier day",
                suite.url(BENEFICIARY, path) + "  (decider)");
        return suite.get(BENEFICIARY, path, publisher).require(200, "PUBLISHED");
    }

    private JsonNode publish(String collection, Person author, Person publisher, Map<String, Object> draft) {
        var drafted = suite.post(BENEFICIARY, collection, author, draft).require(201, "DRAFT");
        var publication = collection + "/" + drafted.path("id").asText() + "/publication";
        requireThat(
                suite.post(BENEFICIARY, publication, author, Map.of()).status() >= 400,
                "nobody publishes what they wrote themselves");
        return suite.post(BENEFICIARY, publication, publisher, Map.of()).require(200, "PUBLISHED");
    }
}
