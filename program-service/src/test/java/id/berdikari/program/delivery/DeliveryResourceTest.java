package id.berdikari.program.delivery;

import static id.berdikari.program.ProgramFixtures.aBeneficiary;
import static id.berdikari.program.ProgramFixtures.aDelivery;
import static id.berdikari.program.ProgramFixtures.aFundedProgram;
import static id.berdikari.program.ProgramFixtures.aProgram;
import static id.berdikari.program.ProgramFixtures.acknowledge;
import static id.berdikari.program.ProgramFixtures.anAcknowledgement;
import static id.berdikari.program.ProgramFixtures.as;
import static id.berdikari.program.ProgramFixtures.atOnce;
import static id.berdikari.program.ProgramFixtures.delivered;
import static id.berdikari.program.ProgramFixtures.money;
import static id.berdikari.program.ProgramFixtures.officer;
import static id.berdikari.program.ProgramFixtures.statusOf;
import static id.berdikari.program.ProgramFixtures.told;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class DeliveryResourceTest {

    @Test
    void recordsAHandOver() {
        var program = aFundedProgram("1500000");

        var delivery = deliver(program, aDelivery("1450000"))
                .statusCode(201)
                .body("status", is("DELIVERED"))
                .body("programStatus", is("DELIVERED"))
                .body("actualCost.amount", is("1450000.00"))
                .extract()
                .<String>path("id");

        officer()
                .get("/api/v1/deliveries/{id}", delivery)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("items[0].quantity", is(1))
                .body("receipts[0].number", is("INV-1"))
                .body("proof.note", is("Handed over at home"))
                .body("acknowledgedOn", nullValue());
        officer().get("/api/v1/programs/{id}", program).then().body("spent.amount", is("1450000.00"));
    }

    @Test
    void answersARepeatWithoutDeliveringAgain() {
        var program = aFundedProgram("1500000");
        var key = UUID.randomUUID();

        var first = deliver(program, aDelivery("1000000"), key)
                .statusCode(201)
                .extract()
                .<String>path("id");
        var second = deliver(program, aDelivery("1000000"), key)
                .statusCode(201)
                .extract()
                .<String>path("id");

        assertEquals(first, second);
        assertEquals(3, told(program).size());
    }

    @Test
    void deliversOnceWhenRequestsArriveTogether() throws Exception {
        var program = aFundedProgram("1500000");
        var key = UUID.randomUUID();

        var ids = atOnce(
                3,
                () -> deliver(program, aDelivery("1000000"), key)
                        .statusCode(201)
                        .extract()
                        .<String>path("id"));

        assertEquals(1, ids.stream().distinct().count());
        assertEquals(3, told(program).size());
    }

    @Test
    void refusesAKeyWithAnotherBodyOrNoKey() {
        var program = aFundedProgram("1500000");
        var key = UUID.randomUUID();
        deliver(program, aDelivery("1000000"), key).statusCode(201);

        deliver(program, aDelivery("1000001"), key)
                .statusCode(422)
                .body("type", is("/problems/idempotency-key-reused"));
        officer()
                .body(aDelivery("1000"))
                .post("/api/v1/programs/{id}/deliveries", program)
                .then()
                .statusCode(400)
                .body("type", is("/problems/idempotency-key-missing"));
    }

    @Test
    void refusesADeliveryAboveTheMobilisedMoney() {
        var program = aFundedProgram("1500000");
        delivered(program, "1000000");

        deliver(program, aDelivery("500000.01"))
                .statusCode(409)
                .body("type", is("/problems/delivery-above-mobilised-money"));

        officer().get("/api/v1/programs/{id}", program).then().body("spent.amount", is("1000000.00"));
        assertEquals(3, told(program).size());
    }

    @Test
    void admitsOneOfTwoConcurrentDeliveriesOverTheLimit() throws Exception {
        var program = aFundedProgram("1500000");

        var answers =
                atOnce(2, () -> deliver(program, aDelivery("1000000")).extract().statusCode());

        assertEquals(List.of(201, 409), answers);
    }

    @Test
    void refusesADeliveryWithoutMoney() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");

        deliver(program, aDelivery("1000")).statusCode(409).body("type", is("/problems/program-not-funded"));
    }

    @Test
    void refusesReceiptsThatDoNotAddUp() {
        var delivery = changed("actualCost", money("1000000.01"));

        refusesField(delivery, "/actualCost", "receipts-do-not-add-up");
    }

    @Test
    void refusesImpossibleDates() {
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(1);

        refusesField(changed("deliveredOn", tomorrow.toString()), "/deliveredOn", "date-in-future");
        refusesField(changed("deliveredOn", "2026-01-19"), "/deliveredOn", "date-before-preceding-step");
        refusesField(changed("deliveredOn", "yesterday"), "/deliveredOn", "not-a-local-date");
    }

    @Test
    void refusesWhatIsNoDelivery() {
        refusesField(changed("items", List.of()), "/items", "not-empty");
        refusesField(
                changed("items", List.of(Map.of("description", "Rice", "quantity", 0))),
                "/items/0/quantity",
                "positive");
        refusesField(
                changed("items", List.of(Map.of("description", "Rice", "quantity", "much"))),
                "/items/0/quantity",
                "wrong-type");
        refusesField(changed("proof", Map.of()), "/proof/note", "not-blank");
        refusesField(changed("status", "ACKNOWLEDGED"), "/status", "unknown-field");
        refusesField(changed("actualCost", money("0")), "/actualCost", "positive-money");
    }

    @Test
    void isAcknowledgedByAVerifierBeforeAWitness() {
        var program = aFundedProgram("1500000");
        var delivery = delivered(program, "1000000");

        as("verifier")
                .body(anAcknowledgement())
                .post("/api/v1/deliveries/{id}/acknowledgement", delivery)
                .then()
                .statusCode(200)
                .body("status", is("ACKNOWLEDGED"))
                .body("acknowledgedBy", is("The beneficiary"))
                .body("witness", is("Head of RT 02"));

        assertEquals("ACKNOWLEDGED", statusOf(program));
        assertEquals("delivery-acknowledged", told(program).getLast().type());
    }

    @Test
    void isNotAcknowledgedByWhoDelivered() {
        var program = aFundedProgram("1500000");
        var delivery = delivered(program, "1000000");

        as("verifier", "program-officer-1")
                .body(anAcknowledgement())
                .post("/api/v1/deliveries/{id}/acknowledgement", delivery)
                .then()
                .statusCode(409)
                .body("type", is("/problems/four-eyes-required"));

        assertEquals("DELIVERED", statusOf(program));
    }

    @Test
    void isAcknowledgedOnceAndNotBeforeTheHandOver() {
        var program = aFundedProgram("1500000");
        var delivery = delivered(program, "1000000");
        var early = new HashMap<>(anAcknowledgement());
        early.put("acknowledgedOn", "2026-02-17");
        as("verifier")
                .body(early)
                .post("/api/v1/deliveries/{id}/acknowledgement", delivery)
                .then()
                .statusCode(400)
                .body("errors[0].rule", is("date-before-preceding-step"));
        acknowledge(delivery);

        as("verifier", "verifier-2")
                .body(anAcknowledgement())
                .post("/api/v1/deliveries/{id}/acknowledgement", delivery)
                .then()
                .statusCode(409)
                .body("type", is("/problems/delivery-already-acknowledged"));
    }

    @Test
    void renovatesInMilestones() {
        var program = aFundedProgram("1500000");
        acknowledge(delivered(program, "700000"));
        var second = delivered(program, "800000");
        var between = statusOf(program);

        acknowledge(second);

        assertEquals("DELIVERED", between);
        assertEquals("ACKNOWLEDGED", statusOf(program));
        officer()
                .queryParam("programId", program)
                .queryParam("status", "ACKNOWLEDGED")
                .get("/api/v1/deliveries")
                .then()
                .statusCode(200)
                .body("items.size()", is(2));
    }

    @Test
    void hidesWhatLiesInOtherAreas() {
        var program = aFundedProgram("1500000");
        var delivery = delivered(program, "1000");
        var elsewhere = given().auth()
                .oauth2(TestTokens.with("verifier", "program-officer")
                        .subject("verifier-9")
                        .areas("33.03")
                        .sign())
                .contentType(ContentType.JSON);

        given().spec(elsewhere).get("/api/v1/deliveries/{id}", delivery).then().statusCode(404);
        given().spec(elsewhere)
                .queryParam("programId", program)
                .get("/api/v1/deliveries")
                .then()
                .body("items.size()", is(0));
        given().spec(elsewhere)
                .body(anAcknowledgement())
                .post("/api/v1/deliveries/{id}/acknowledgement", delivery)
                .then()
                .statusCode(404);
        given().spec(elsewhere)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(aDelivery("1000"))
                .post("/api/v1/programs/{id}/deliveries", program)
                .then()
                .statusCode(404);
    }

    @Test
    void keepsFreeTextOutOfEvents() {
        var program = aFundedProgram("1500000");
        var delivery = new HashMap<>(aDelivery("1000"));
        delivery.put("items", List.of(Map.of("description", "PLANTED-ITEM", "quantity", 2.5)));
        delivery.put("receipts", List.of(Map.of("number", "PLANTED-NUMBER", "amount", money("1000"))));
        delivery.put("proof", Map.of("note", "PLANTED-NOTE", "documentNumber", "PLANTED-DOCUMENT"));
        var id = deliver(program, delivery).statusCode(201).extract().<String>path("id");
        as("verifier")
                .body(Map.of("acknowledgedOn", "2026-02-18", "by", "PLANTED-BY", "witness", "PLANTED-WITNESS"))
                .post("/api/v1/deliveries/{id}/acknowledgement", id)
                .then()
                .statusCode(200)
                .body("items[0].quantity", is(2.5f));

        assertEquals(4, told(program).size());
        assertTrue(told(program).stream().noneMatch(told -> told.payload().contains("PLANTED")));
    }

    private static ValidatableResponse deliver(UUID program, Map<String, Object> delivery) {
        return deliver(program, delivery, UUID.randomUUID());
    }

    private static ValidatableResponse deliver(UUID program, Map<String, Object> delivery, UUID key) {
        return officer()
                .header("Idempotency-Key", key)
                .body(delivery)
                .post("/api/v1/programs/{id}/deliveries", program)
                .then();
    }

    private static Map<String, Object> changed(String field, Object value) {
        var delivery = new HashMap<>(aDelivery("1000000"));
        delivery.put(field, value);
        return delivery;
    }

    private static void refusesField(Map<String, Object> delivery, String pointer, String rule) {
        var program = aFundedProgram("1500000");
        deliver(program, delivery)
                .statusCode(400)
                .body("errors.find { it.pointer == '%s' }.rule".formatted(pointer), is(rule));
        assertEquals("FUNDED", statusOf(program));
    }
}
