package id.berdikari.beneficiary.instrument;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.INSTRUMENTS;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.aDefinition;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.aDraft;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.drafted;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.published;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class InstrumentResourceTest {

    @Test
    void keepsAQuestionnaireInBothLanguages() {
        var path = at(drafted());

        get(SURVEYOR, path)
                .then()
                .statusCode(200)
                .body("status", equalTo("DRAFT"))
                .body("number", equalTo(1))
                .body("definition.questions", hasSize(27))
                .body("definition.questions[11].label.id", equalTo("Bahan lantai terluas"))
                .body("definition.questions[11].label.en", equalTo("Main material of the floor"))
                .body("definition.scorecards[0].levels[0].likelihood", equalTo(0.85f));
    }

    @Test
    void isPublishedByAnotherAndThenNeverChanges() {
        var path = at(drafted());
        var alsoDecider = TestTokens.of("decider", "verifier-1");

        post(alsoDecider, path + "/publication", "").then().statusCode(409).body("type", problem("four-eyes-required"));
        post(DECIDER, path + "/retirement", "")
                .then()
                .statusCode(409)
                .body("type", problem("instrument-not-published"));
        post(DECIDER, path + "/publication", "")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedBy", equalTo("decider-1"));

        put(VERIFIER, path, tagOf(path), rewritten(aDefinition()))
                .then()
                .statusCode(409)
                .body("type", problem("instrument-published"));
        post(DECIDER, path + "/publication", "").then().statusCode(409).body("type", problem("instrument-published"));
        post(DECIDER, path + "/retirement", "").then().statusCode(200).body("status", equalTo("RETIRED"));
    }

    @Test
    void getsANextVersionThatCanBeRewritten() {
        var id = published();
        var next = post(VERIFIER, at(id) + "/versions", "")
                .then()
                .statusCode(201)
                .body("number", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("publishedBy", nullValue())
                .extract();
        var path = at(next.path("id"));
        var definition = aDefinition().with("/questions/11/label/en", "Floor");

        post(VERIFIER, at(id) + "/versions", "")
                .then()
                .statusCode(409)
                .body("type", problem("instrument-draft-exists"));
        put(VERIFIER, path, null, rewritten(definition)).then().statusCode(428);
        put(VERIFIER, path, "\"99\"", rewritten(definition)).then().statusCode(412);
        put(VERIFIER, path, tagOf(path), rewritten(definition))
                .then()
                .statusCode(200)
                .body("definition.questions[11].label.en", equalTo("Floor"));

        get(VERIFIER, at(id)).then().body("definition.questions[11].label.en", equalTo("Main material of the floor"));
        get(VERIFIER, INSTRUMENTS + "?code=" + next.path("code") + "&limit=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].number", equalTo(2));
        get(VERIFIER, INSTRUMENTS + "?status=PUBLISHED&code=" + next.path("code"))
                .then()
                .body("items.number", hasItem(1))
                .body("items", hasSize(1));
    }

    @Test
    void refusesWhatDoesNotHoldTogetherAndSaysWhere() {
        refuses(
                aDraft().with("/definition/questions/5/relevant", "jumlah_balita >"),
                "/definition/questions/5/relevant",
                "expression-malformed",
                "line 1, column");
        refuses(
                aDraft().with("/definition/questions/5/relevant", "balita > 0"),
                "/definition/questions/5/relevant",
                "expression-name-unknown",
                "Nothing is named balita: look at line 1, column 1");
        refuses(
                aDraft().with("/definition/scorecards/0/items/0/question", "hobi"),
                "/definition/scorecards/0/items/0/question",
                "question-unknown",
                "");
        refuses(
                aDraft().with("/definition/questions/0/label/en", ""),
                "/definition/questions/0/label/en",
                "not-blank",
                "");
        refuses(
                aDraft().with("/definition/questions/0/type", "PHOTO"),
                "/definition/questions/0/type",
                "not-one-of",
                "");
        refuses(aDraft().with("/code", "Rumah Tangga"), "/code", "pattern", "");
        refuses(aDraft().with("/definition/colour", "red"), "/definition/colour", "unknown-field", "");
    }

    @Test
    void refusesACodeThatIsTaken() {
        var draft = aDraft();
        post(VERIFIER, INSTRUMENTS, draft).then().statusCode(201);

        post(VERIFIER, INSTRUMENTS, draft).then().statusCode(409).body("type", problem("instrument-code-taken"));
    }

    private static void refuses(Body draft, String pointer, String rule, String detail) {
        post(VERIFIER, INSTRUMENTS, draft)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", containsString(detail));
    }

    private static Body rewritten(Body definition) {
        JsonNode json = definition.json();
        return Body.of("{\"definition\": " + json + "}");
    }

    private static String at(String id) {
        return INSTRUMENTS + "/" + id;
    }

    private static org.hamcrest.Matcher<String> problem(String code) {
        return equalTo("/problems/" + code);
    }
}
