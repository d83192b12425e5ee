package id.berdikari.kit.probe;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class RequestsTest {

    @Test
    void aRefusalIsAProblemInTheClientsLanguage() {
        var text = unique();
        write(note(text)).then().statusCode(201);

        write(note(text))
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/text-taken"));
        verifier()
                .header("Accept-Language", "en-GB,en;q=0.8")
                .body("{}")
                .post("/api/v1/notes")
                .then()
                .body("title", equalTo("The request breaks a rule"));
        verifier()
                .header("Accept-Language", "id")
                .body("{}")
                .post("/api/v1/notes")
                .then()
                .body("title", equalTo("Permintaan melanggar aturan"));
        verifier()
                .header("Accept-Language", "!!")
                .body("{}")
                .post("/api/v1/notes")
                .then()
                .body("title", equalTo("Permintaan melanggar aturan"));
    }

    @Test
    void aDatabaseThatIsAwayIsNoFaultOfTheRequest() {
        given().get("/api/v1/notes/away")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("type", equalTo("/problems/unavailable"));
    }

    @Test
    void everyBrokenFieldIsNamedWithItsRule() {
        refused("{}", 400)
                .body("errors.pointer", contains("/price", "/text"))
                .body("errors.rule", contains("not-null", "not-blank"));
        refused(
                        "{\"text\":\"a\",\"price\":{\"amount\":\"1.00\",\"currency\":\"IDR\"},\"parts\":[{\"name\":\"x\"},{\"name\":\"\"}]}",
                        400)
                .body("errors.pointer", contains("/parts/1/name"));
        refused("{\"text\":\"" + "a".repeat(41) + "\",\"price\":{\"amount\":\"1.00\",\"currency\":\"IDR\"}}", 400)
                .body("errors[0].rule", equalTo("size"));
        refused("{\"text\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"},\"status\":\"DONE\"}", 400)
                .body("errors[0].pointer", equalTo("/status"))
                .body("errors[0].rule", equalTo("unknown-field"));
        refused(
                        "{\"text\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"},\"parts\":[{\"name\":\"x\",\"kind\":\"HUGE\"}]}",
                        400)
                .body("errors[0].pointer", equalTo("/parts/0/kind"))
                .body("errors[0].rule", equalTo("not-one-of"));
        refused("{\"text\":[],\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"}}", 400)
                .body("errors[0].pointer", equalTo("/text"));
    }

    @Test
    void nothingIsBentIntoAnotherType() {
        refused("{\"text\":7,\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"}}", 400)
                .body("errors[0].pointer", equalTo("/text"));
        refused("{\"text\":true,\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"}}", 400)
                .body("errors[0].pointer", equalTo("/text"));
        refused("{\"text\":\"a\\u0000b\",\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"}}", 400)
                .body("errors[0].rule", equalTo("not-a-string"));
        for (var count : List.of("\"2\"", "2.7", "true")) {
            refused("{\"text\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"},\"count\":" + count + "}", 400)
                    .body("errors[0].pointer", equalTo("/count"));
        }
        for (var urgent : List.of("\"true\"", "1", "\"\"")) {
            refused("{\"text\":\"a\",\"price\":{\"amount\":\"1\",\"currency\":\"IDR\"},\"urgent\":" + urgent + "}", 400)
                    .body("errors[0].pointer", equalTo("/urgent"));
        }
    }

    @Test
    void moneyIsExactOrRefused() {
        Stream.of(
                        "{\"amount\":\"-1.00\",\"currency\":\"IDR\"}",
                        "{\"amount\":\"1.005\",\"currency\":\"IDR\"}",
                        "{\"amount\":1.5,\"currency\":\"IDR\"}",
                        "{\"amount\":\"1e9\",\"currency\":\"IDR\"}",
                        "{\"amount\":\"1.00\",\"currency\":\"USD\"}",
                        "{\"amount\":\"1.00\"}",
                        "{\"amount\":\"1.00\",\"currency\":\"IDR\",\"extra\":1}",
                        "\"150000\"")
                .forEach(price -> refused("{\"text\":\"a\",\"price\":" + price + "}", 400)
                        .body("errors[0].pointer", equalTo("/price"))
                        .body("errors[0].rule", equalTo("not-a-money")));
        refused("{\"text\":\"a\",\"price\":{\"amount\":\"0.00\",\"currency\":\"IDR\"}}", 400)
                .body("errors[0].rule", equalTo("positive-money"));
    }

    @Test
    void whatIsNotARequestIsRefusedClearly() {
        refused("", 400);
        refused("null", 400);
        refused("{\"text\":", 400).body("type", equalTo("/problems/malformed-body"));
        verifier()
                .contentType("text/plain")
                .body("x")
                .post("/api/v1/notes")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(TestTokens.of("verifier"))
                .delete("/api/v1/notes")
                .then()
                .statusCode(405)
                .contentType("application/problem+json");
        given().get("/api/v1/nothing").then().statusCode(404).contentType("application/problem+json");
        given().get("/api/v1/notes/" + UUID.randomUUID())
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        given().get("/api/v1/notes/not-a-uuid").then().statusCode(404);
        given().get("/api/v1/notes?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("limit"));
        given().get("/api/v1/notes?limit=201").then().statusCode(400);
        given().get("/api/v1/notes?limit=many").then().statusCode(400);
        given().get("/api/v1/notes?owner=me").then().statusCode(400).body("errors[0].pointer", equalTo("owner"));
        given().get("/api/v1/notes?since=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("not-a-local-date"));
        verifier()
                .body("x".repeat(20 * 1024 * 1024))
                .post("/api/v1/notes")
                .then()
                .statusCode(413)
                .body("type", equalTo("/problems/request-too-large"));
    }

    @Test
    void onlyAGenuineTokenWithTheRoleGetsIn() {
        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/notes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        as(TestTokens.forged("verifier")).then().statusCode(401);
        as(TestTokens.of("decider")).then().statusCode(403).contentType("application/problem+json");
        as(TestTokens.with("verifier").issuer("https://elsewhere").sign())
                .then()
                .statusCode(401);
        as(TestTokens.with("verifier").audience("another").sign()).then().statusCode(401);
        as(TestTokens.with("verifier").validFor(Duration.ofMinutes(-10)).sign())
                .then()
                .statusCode(401);
    }

    @Test
    void pagesNeitherRepeatNorSkip() {
        var written = new ArrayList<String>();
        for (int i = 0; i < 7; i++) {
            written.addFirst(
                    write(note(unique())).then().statusCode(201).extract().<String>path("id"));
        }

        var seen = new ArrayList<String>();
        String cursor = "";
        while (cursor != null && seen.size() < 7) {
            var page = given().queryParam("limit", 3)
                    .queryParam("cursor", cursor)
                    .get("/api/v1/notes")
                    .then()
                    .statusCode(200)
                    .extract();
            seen.addAll(page.<List<String>>path("items.id"));
            write(note(unique())).then().statusCode(201);
            cursor = page.path("next");
        }

        assertEquals(written, seen.subList(0, 7));
    }

    @Test
    void aCursorServesItsOwnListOnly() {
        write(note(unique()));
        write(note(unique()));
        String next = given().get("/api/v1/notes?limit=1")
                .then()
                .body("next", notNullValue())
                .extract()
                .path("next");

        given().queryParam("cursor", next)
                .queryParam("since", "2026-01-01")
                .get("/api/v1/notes")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        given().queryParam("cursor", "AAAA" + next).get("/api/v1/notes").then().statusCode(400);
        given().queryParam("cursor", "%%%").get("/api/v1/notes").then().statusCode(400);
    }

    @Test
    void aChangeNeedsTheVersionThatItIsBasedOn() {
        String id = write(note(unique())).then().extract().path("id");
        var path = "/api/v1/notes/" + id;
        var tag = given().get(path).then().statusCode(200).extract().header("ETag");

        verifier().body(note(unique())).put(path).then().statusCode(428);
        verifier()
                .header("If-Match", "\"77\"")
                .body(note(unique()))
                .put(path)
                .then()
                .statusCode(412);
        verifier()
                .header("If-Match", "W/" + tag)
                .body(note(unique()))
                .put(path)
                .then()
                .statusCode(412);
        verifier()
                .header("If-Match", tag)
                .body(note(unique()))
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", not(equalTo(tag)));
        verifier().header("If-Match", tag).body(note(unique())).put(path).then().statusCode(412);
        given().header("If-None-Match", given().get(path).header("ETag"))
                .get(path)
                .then()
                .statusCode(304);
    }

    @Test
    void aRepeatedRequestGetsTheFirstAnswer() {
        var key = UUID.randomUUID().toString();
        var body = note(unique());
        String id = once(key, body).then().statusCode(201).extract().path("id");

        once(key, body).then().statusCode(201).body("id", equalTo(id));
        once("\"" + key + "\"", body).then().statusCode(201).body("id", equalTo(id));
        once(key, note(unique())).then().statusCode(422).body("type", equalTo("/problems/idempotency-key-reused"));
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/notes/once")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
        once("not-a-uuid", note(unique()))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-invalid"));
    }

    @Test
    void aRefusedRequestLeavesItsKeyFree() {
        var taken = unique();
        write(note(taken)).then().statusCode(201);
        var key = UUID.randomUUID().toString();

        once(key, note(taken)).then().statusCode(409);

        once(key, note(unique())).then().statusCode(201);
    }

    @Test
    void aConcurrentRepeatWaitsForTheFirstAndNeverDoublesIt() throws Exception {
        var key = UUID.randomUUID().toString();
        var slow = note("slow " + unique());
        var otherKey = UUID.randomUUID().toString();
        var slower = note("slower " + unique());
        try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    Stream.of(1, 2).map(_ -> pool.submit(() -> once(key, slow))).toList();
            assertEquals(201, answers.getFirst().get().statusCode());
            assertEquals(201, answers.getLast().get().statusCode());
            assertEquals(
                    answers.getFirst().get().<String>path("id"),
                    answers.getLast().get().<String>path("id"));

            var impatient = Stream.of(1, 2)
                    .map(_ -> pool.submit(() -> once(otherKey, slower)))
                    .toList();
            var statuses = List.of(
                    impatient.getFirst().get().statusCode(),
                    impatient.getLast().get().statusCode());
            assertTrue(statuses.contains(201) && statuses.contains(409), statuses.toString());
        }
    }

    @Test
    void anAddressThatCallsTooOftenIsToldWhenToComeBack() {
        Response answer = given().get("/api/v1/notes/crowded");
        for (int i = 0; i < 200 && answer.statusCode() == 200; i++) {
            answer = given().get("/api/v1/notes/crowded");
        }

        answer.then().statusCode(429).contentType("application/problem+json").header("Retry-After", notNullValue());
        given().auth()
                .oauth2(TestTokens.of("verifier"))
                .get("/api/v1/notes/crowded")
                .then()
                .statusCode(200);
    }

    @Test
    void theDocumentNamesRolesAndRefusals() {
        var document =
                given().queryParam("format", "json").get("/openapi").then().statusCode(200);
        document.body("openapi", equalTo("3.1.0"));
        document.body("paths.'/api/v1/notes'.post.description", equalTo("Roles: verifier."));
        document.body("paths.'/api/v1/notes'.get.description", equalTo("Roles: none needed."));
        document.body("paths.'/api/v1/notes'.post.responses.'403'.content", notNullValue());
        document.body("paths.'/api/v1/notes/{id}'.put.responses.'428'.content", notNullValue());
        document.body("components.schemas.Problem", notNullValue());
        document.body("components.schemas.Money.properties.amount.type", equalTo("string"));
        document.body("paths.'/api/v1/notes'.get.security", nullValue());
        document.body("paths.'/api/v1/notes'.post.security", hasSize(1));
    }

    private static ValidatableResponse refused(String body, int status) {
        return verifier()
                .body(body)
                .post("/api/v1/notes")
                .then()
                .statusCode(status)
                .contentType("application/problem+json");
    }

    private static Response write(String body) {
        return verifier().body(body).post("/api/v1/notes");
    }

    private static Response once(String key, String body) {
        return given().contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/notes/once");
    }

    private static Response as(String token) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/api/v1/notes");
    }

    private static RequestSpecification verifier() {
        return given().auth().oauth2(TestTokens.of("verifier")).contentType(ContentType.JSON);
    }

    private static String note(String text) {
        return "{\"text\":\"" + text + "\",\"price\":{\"amount\":\"1500.00\",\"currency\":\"IDR\"}}";
    }

    private static String unique() {
        return UUID.randomUUID().toString().substring(0, 30);
    }
}
