package id.berdikari.beneficiary.poverty;

import static id.berdikari.beneficiary.CaseFixtures.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.Refused;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class FgtResourceTest {

    private static final String PATH = "/api/v1/poverty/fgt";
    private static final String ANALYST = TestTokens.of("auditor");

    @Test
    void answersItsOwnExample() {
        var answer = post(ANALYST, PATH, FgtResource.REQUEST).then().statusCode(200);

        assertEquals(
                Body.of(FgtResource.ANSWER).json(),
                Body.of(answer.extract().asString()).json());
    }

    @Test
    void readsNumbersFromTextAndFromJsonAlike() {
        var observations = "[{\"value\": 0.1, \"weight\": \"1/3\"}, {\"value\": \"0.2\", \"weight\": 2e0},"
                + " {\"value\": \"3e-1\", \"weight\": null}]";

        post(ANALYST, PATH, "{\"line\": \"0.3\", \"observations\": " + observations + "}")
                .then()
                .statusCode(200)
                .body("P0.exact", equalTo("7/10"))
                .body("P1.exact", equalTo("4/15"))
                .body("P1.decimal", equalTo("0.266666666666666667"))
                .body("P2.exact", equalTo("1/9"));
    }

    @Test
    void refusesWhatIsNoLine() {
        var refused = new Refused(PATH, Body.of(FgtResource.REQUEST));

        refused.field("/line", 0, "/line", "positive");
        refused.field("/line", "-125", "/line", "positive");
        refused.field("/line", null, "/line", "not-null");
        refused.field("/line", "1/0", "/line", "not-a-number");
        refused.field("/line", true, "/line", "not-a-number");
        refused.field("/line", List.of(125), "/line", "not-a-number");
        refused.field("/line", Map.of("value", 125), "/line", "not-a-number");
        refused.field("/line", "1e999999999", "/line", "too-many-digits");
    }

    @Test
    void refusesWhatIsNoObservation() {
        var refused = new Refused(PATH, Body.of(FgtResource.REQUEST));

        refused.field("/observations", List.of(), "/observations", "not-empty");
        refused.field("/observations", null, "/observations", "not-empty");
        refused.field("/observations", "100", "/observations", "wrong-type");
        refused.field("/observations/1/value", null, "/observations/1/value", "not-null");
        refused.field("/observations/1/value", -0.01, "/observations/1/value", "positive-or-zero");
        refused.field("/observations/1/value", "NaN", "/observations/1/value", "not-a-number");
        refused.field("/observations/1/value", "1/3", "/observations/1/value", "not-a-number");
        refused.field("/observations/1/value", false, "/observations/1/value", "not-a-number");
        refused.field("/observations/1/value", "9".repeat(10_000), "/observations/1/value", "too-many-digits");
        refused.field("/observations/3/weight", -1, "/observations/3/weight", "positive-or-zero");
        refused.field("/observations/3/weight", "1/0", "/observations/3/weight", "denominator-zero");
        refused.field("/observations/3/weight", "Infinity", "/observations/3/weight", "not-a-number");
        refused.field("/observations/3/name", "x", "/observations/3/name", "unknown-field");
        refused.field("/poor", true, "/poor", "unknown-field");
    }

    @Test
    void refusesHugeJsonNumbersWithoutComputing() {
        var refused = new Refused(PATH, Body.of(FgtResource.REQUEST));

        refused.body(
                "{\"line\": 1, \"observations\": [{\"value\": 1e999999999}]}",
                "/observations/0/value",
                "too-many-digits");
        refused.body(
                "{\"line\": " + "9".repeat(500) + ", \"observations\": [{\"value\": 1}]}", "/line", "too-many-digits");
    }

    /** From a thousand digits on the parser itself refuses, and knows the list's entry but not the field. */
    @Test
    void refusesJsonNumbersThatTheParserDoesNotRead() {
        var number = "9".repeat(10_000);

        new Refused(PATH, Body.of(FgtResource.REQUEST))
                .body(
                        "{\"line\": 1, \"observations\": [{\"value\": " + number + "}]}",
                        "/observations/0",
                        "wrong-type");
        post(ANALYST, PATH, "{\"line\": " + number + ", \"observations\": [{\"value\": 1}]}")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/malformed-body"));
    }

    @Test
    void refusesJsonThatHasNoSuchNumber() {
        post(ANALYST, PATH, "{\"line\": NaN, \"observations\": [{\"value\": 1}]}")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/malformed-body"));
    }

    @Test
    void refusesAnEmptyPopulation() {
        new Refused(PATH, Body.of(FgtResource.REQUEST))
                .field("/observations", List.of(Map.of("value", 1, "weight", 0)), "/observations", "population-zero");
    }

    @Test
    void takesTenThousandObservationsAndNoMore() {
        var body = Body.of(FgtResource.REQUEST);
        var observation = Map.of("value", 100, "weight", "1/7");

        post(ANALYST, PATH, body.with("/observations", Collections.nCopies(10_000, observation)))
                .then()
                .statusCode(200)
                .body("P0.exact", equalTo("1"));
        new Refused(PATH, body)
                .field("/observations", Collections.nCopies(10_001, observation), "/observations", "size");
    }

    @Test
    void refusesInTheClientsLanguage() {
        given().auth()
                .oauth2(ANALYST)
                .header("Accept-Language", "id")
                .contentType(ContentType.JSON)
                .body("{\"line\": \"abc\", \"observations\": [{\"value\": 1}]}")
                .post(PATH)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("Harus berupa angka"));
    }
}
