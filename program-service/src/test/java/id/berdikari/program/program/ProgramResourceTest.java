package id.berdikari.program.program;

import static id.berdikari.program.ProgramFixtures.aBeneficiary;
import static id.berdikari.program.ProgramFixtures.aFundedProgram;
import static id.berdikari.program.ProgramFixtures.aPlan;
import static id.berdikari.program.ProgramFixtures.aProgram;
import static id.berdikari.program.ProgramFixtures.acknowledge;
import static id.berdikari.program.ProgramFixtures.anApproval;
import static id.berdikari.program.ProgramFixtures.as;
import static id.berdikari.program.ProgramFixtures.atOnce;
import static id.berdikari.program.ProgramFixtures.delivered;
import static id.berdikari.program.ProgramFixtures.hear;
import static id.berdikari.program.ProgramFixtures.mobilised;
import static id.berdikari.program.ProgramFixtures.money;
import static id.berdikari.program.ProgramFixtures.need;
import static id.berdikari.program.ProgramFixtures.officer;
import static id.berdikari.program.ProgramFixtures.requestFunding;
import static id.berdikari.program.ProgramFixtures.statusOf;
import static id.berdikari.program.ProgramFixtures.told;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramType;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import id.berdikari.program.ProgramFixtures.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class ProgramResourceTest {

    @Test
    void plansWithinTheApprovedNeed() {
        var beneficiary = aBeneficiary("1500000");

        var id = officer()
                .body(aPlan(beneficiary, "1500000.00"))
                .post("/api/v1/programs")
                .then()
                .statusCode(201)
                .body("status", is("PROPOSED"))
                .body("beneficiaryId", is(beneficiary.toString()))
                .body("districtCode", is("33.02.27"))
                .body("budgetTotal.amount", is("1500000.00"))
                .body("mobilised.amount", is("0.00"))
                .extract()
                .<String>path("id");

        var events = told(UUID.fromString(id));
        assertEquals(
                List.of("program-proposed"), events.stream().map(Told::type).toList());
        assertTrue(events.getFirst().payload().contains("\"1500000.00\""));
    }

    @Test
    void waitsForTheApprovalToArrive() {
        officer()
                .body(aPlan(UUID.randomUUID(), "1000"))
                .post("/api/v1/programs")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("type", is("/problems/beneficiary-not-known-yet"))
                .body("title", is("This beneficiary is not known here yet"));
    }

    @Test
    void speaksIndonesianUnlessAskedForEnglish() {
        given().auth()
                .oauth2(TestTokens.of("program-officer"))
                .contentType(ContentType.JSON)
                .body(aPlan(UUID.randomUUID(), "1000"))
                .post("/api/v1/programs")
                .then()
                .statusCode(409)
                .body("title", is("Penerima manfaat ini belum dikenal di sini"));
    }

    @Test
    void refusesABudgetAboveTheNeed() {
        refusesPlan(aPlan(aBeneficiary("1500000"), "1500000.01"), "budget-above-need");
    }

    @Test
    void countsEarlierProgramsOfTheKind() {
        var beneficiary = aBeneficiary("1500000");
        aProgram(beneficiary, "1000000");

        refusesPlan(aPlan(beneficiary, "500001"), "budget-above-need");
        aProgram(beneficiary, "500000");
    }

    @Test
    void givesTheNeedOfACancelledProgramBack() {
        var beneficiary = aBeneficiary("1500000");
        var program = aProgram(beneficiary, "1500000");
        cancel(program, 200);

        aProgram(beneficiary, "1500000");
    }

    @Test
    void countsOfACompletedProgramWhatItSpent() {
        var beneficiary = aBeneficiary("1500000");
        var program = aProgram(beneficiary, "1500000");
        requestFunding(program);
        hear(mobilised(program, beneficiary, "1500000"));
        acknowledge(delivered(program, "1400000"));
        complete(program, 200);

        refusesPlan(aPlan(beneficiary, "100001"), "budget-above-need");
        aProgram(beneficiary, "100000");
    }

    @Test
    void admitsOneOfTwoConcurrentPlansOnTheSameNeed() throws Exception {
        var beneficiary = aBeneficiary("1500000");

        var answers = atOnce(
                2,
                () -> officer()
                        .body(aPlan(beneficiary, "1000000"))
                        .post("/api/v1/programs")
                        .statusCode());

        assertEquals(List.of(201, 409), answers);
    }

    @Test
    void refusesAKindOfHelpThatWasNotApproved() {
        var plan = new HashMap<>(aPlan(aBeneficiary("1500000"), "1000"));
        plan.put("programType", "RICE_SHARING");

        refusesPlan(plan, "need-not-approved");
    }

    @Test
    void refusesAPlannerWhoDecidedTheCase() {
        as("program-officer", "decider-2")
                .body(aPlan(aBeneficiary("1500000"), "1000"))
                .post("/api/v1/programs")
                .then()
                .statusCode(409)
                .body("type", is("/problems/four-eyes-required"));
    }

    @Test
    void beginsNoHelpAfterExit() {
        var caseId = UUID.randomUUID();
        var beneficiary = UUID.randomUUID();
        hear(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1500000")));
        hear(new BeneficiaryExited(caseId, beneficiary, LocalDate.of(2026, 2, 1)));

        refusesPlan(aPlan(beneficiary, "1000"), "beneficiary-exited");
    }

    @Test
    void asksForNoMoneyAfterConsentToHelpIsWithdrawn() {
        var caseId = UUID.randomUUID();
        var beneficiary = UUID.randomUUID();
        hear(anApproval(caseId, beneficiary, need(ProgramType.MOBILITY_AID, "1500000")));
        var program = aProgram(beneficiary, "1000");
        hear(new ConsentWithdrawn(caseId, beneficiary, ConsentPurpose.ASSISTANCE));

        refusesPlan(aPlan(beneficiary, "1000"), "assistance-not-consented");
        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post("/api/v1/programs/{id}/funding-request", program)
                .then()
                .statusCode(409)
                .body("type", is("/problems/assistance-not-consented"));
        assertEquals("PROPOSED", statusOf(program));
    }

    @Test
    void namesEachWrongField() {
        refusesField("{\"beneficiaryId\":\"" + UUID.randomUUID() + "\"}", "/programType", "not-null");
        refusesField("{\"beneficiaryId\":\"nobody\"}", "/beneficiaryId", "not-a-uuid");
        refusesField("{\"programType\":\"PARTY\"}", "/programType", "not-one-of");
        refusesField("{\"spent\":{\"amount\":\"1.00\",\"currency\":\"IDR\"}}", "/spent", "unknown-field");
        refusesField(
                "{\"budget\":[{\"description\":\"x\",\"amount\":{\"amount\":\"-1\",\"currency\":\"IDR\"}}]}",
                "/budget/0/amount",
                "not-a-money");
        refusesField(
                "{\"budget\":[{\"description\":\"x\",\"amount\":{\"amount\":\"1.005\",\"currency\":\"IDR\"}}]}",
                "/budget/0/amount",
                "not-a-money");
        var free = new HashMap<>(aPlan(UUID.randomUUID(), "0"));
        refusesField(free, "/budget/0/amount", "positive-money");
    }

    @Test
    void refusesBodiesThatAreNotJson() {
        officer()
                .body("{")
                .post("/api/v1/programs")
                .then()
                .statusCode(400)
                .body("type", is("/problems/malformed-body"));
        officer().post("/api/v1/programs").then().statusCode(400);
    }

    @Test
    void changesTheBudgetOfWhatWasRead() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");
        var etag = officer().get("/api/v1/programs/{id}", program).header("ETag");

        var changed = officer()
                .header("If-Match", etag)
                .body(aBudget("1200000"))
                .put("/api/v1/programs/{id}/budget", program)
                .then()
                .statusCode(200)
                .body("budgetTotal.amount", is("1200000.00"))
                .header("ETag", notNullValue())
                .extract()
                .header("ETag");

        assertFalse(changed.equals(etag));
        officer()
                .get("/api/v1/programs/{id}", program)
                .then()
                .header("ETag", changed)
                .body("budgetTotal.amount", is("1200000.00"));
    }

    @Test
    void changesNoBudgetWithoutTheCurrentETag() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");

        officer()
                .body(aBudget("1200000"))
                .put("/api/v1/programs/{id}/budget", program)
                .then()
                .statusCode(428)
                .body("type", is("/problems/precondition-required"));
        officer()
                .header("If-Match", "\"999\"")
                .body(aBudget("1200000"))
                .put("/api/v1/programs/{id}/budget", program)
                .then()
                .statusCode(412)
                .body("type", is("/problems/precondition-failed"));
        officer().get("/api/v1/programs/{id}", program).then().body("budgetTotal.amount", is("1000000.00"));
    }

    @Test
    void changesNoBudgetBeyondTheNeedOrAfterTheRequest() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");
        officer()
                .header("If-Match", "*")
                .body(aBudget("1500001"))
                .put("/api/v1/programs/{id}/budget", program)
                .then()
                .statusCode(409)
                .body("type", is("/problems/budget-above-need"));
        requestFunding(program);

        officer()
                .header("If-Match", "*")
                .body(aBudget("1000"))
                .put("/api/v1/programs/{id}/budget", program)
                .then()
                .statusCode(409)
                .body("type", is("/problems/budget-is-fixed"));
    }

    @Test
    void asksForMoneyOnceHoweverOftenTheRequestArrives() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");
        var key = UUID.randomUUID();

        for (int time = 0; time < 2; time++) {
            officer()
                    .header("Idempotency-Key", key)
                    .body("{}")
                    .post("/api/v1/programs/{id}/funding-request", program)
                    .then()
                    .statusCode(200)
                    .body("id", is(program.toString()))
                    .body("status", is("FUNDING_REQUESTED"))
                    .body("amount.amount", is("1000000.00"));
        }

        assertEquals(
                List.of("program-proposed", "funding-requested"),
                told(program).stream().map(Told::type).toList());
    }

    @Test
    void asksForMoneyOnceWhenRequestsArriveTogether() throws Exception {
        var program = aProgram(aBeneficiary("1500000"), "1000000");
        var key = UUID.randomUUID();

        var answers = atOnce(
                4,
                () -> officer()
                        .header("Idempotency-Key", key)
                        .body("{}")
                        .post("/api/v1/programs/{id}/funding-request", program)
                        .statusCode());

        assertEquals(List.of(200, 200, 200, 200), answers);
        assertEquals(2, told(program).size());
    }

    @Test
    void asksForNoMoneyWithoutAKeyOrASecondTime() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");
        officer()
                .body("{}")
                .post("/api/v1/programs/{id}/funding-request", program)
                .then()
                .statusCode(400)
                .body("type", is("/problems/idempotency-key-missing"));
        requestFunding(program);

        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post("/api/v1/programs/{id}/funding-request", program)
                .then()
                .statusCode(409)
                .body("type", is("/problems/funding-already-requested"));
    }

    @Test
    void asksForNoMoneyByTheHandOfADecider() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");

        as("program-officer", "decider-1")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post("/api/v1/programs/{id}/funding-request", program)
                .then()
                .statusCode(409)
                .body("type", is("/problems/four-eyes-required"));
    }

    @Test
    void runsToCompletion() {
        var program = aFundedProgram("1500000");
        acknowledge(delivered(program, "1450000"));

        officer()
                .body("{}")
                .post("/api/v1/programs/{id}/completion", program)
                .then()
                .statusCode(200)
                .body("status", is("COMPLETED"))
                .body("spent.amount", is("1450000.00"))
                .body("completedOn", notNullValue())
                .header("ETag", notNullValue());

        var events = told(program);
        assertEquals(
                List.of(
                        "program-proposed",
                        "funding-requested",
                        "delivery-completed",
                        "delivery-acknowledged",
                        "program-completed"),
                events.stream().map(Told::type).toList());
        assertTrue(events.getLast().payload().contains("\"1450000.00\""));
    }

    @Test
    void completesNothingThatWaitsForAcknowledgement() {
        var program = aFundedProgram("1500000");
        delivered(program, "1000");

        complete(program, 409);

        assertEquals("DELIVERED", statusOf(program));
    }

    @Test
    void tellsACancellationToWhoeverKeepsTheMoney() {
        var program = aFundedProgram("1500000");

        cancel(program, 200);

        assertEquals("CANCELLED", statusOf(program));
        assertEquals("funding-cancelled", told(program).getLast().type());
    }

    @Test
    void tellsNoCancellationOfAMereProposal() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");

        cancel(program, 200);

        assertEquals(1, told(program).size());
    }

    @Test
    void cancelsNothingThatDelivered() {
        var program = aFundedProgram("1500000");
        delivered(program, "1000");

        cancel(program, 409);

        assertEquals("DELIVERED", statusOf(program));
    }

    @Test
    void hidesWhatLiesInOtherAreas() {
        var beneficiary = aBeneficiary("1500000");
        var program = aProgram(beneficiary, "1000000");
        var elsewhere = given().auth()
                .oauth2(TestTokens.with("program-officer").areas("33.03").sign())
                .contentType(ContentType.JSON);

        elsewhere.get("/api/v1/programs/{id}", program).then().statusCode(404);
        elsewhere
                .queryParam("beneficiaryId", beneficiary)
                .get("/api/v1/programs")
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
        given().spec(elsewhere)
                .body(aPlan(beneficiary, "1000"))
                .post("/api/v1/programs")
                .then()
                .statusCode(404);
        given().spec(elsewhere)
                .body("{\"reason\":\"x\"}")
                .post("/api/v1/programs/{id}/cancellation", program)
                .then()
                .statusCode(404);
        assertEquals("PROPOSED", statusOf(program));
    }

    @Test
    void showsWhatLiesInTheCallersAreas() {
        var program = aProgram(aBeneficiary("1500000"), "1000000");

        given().auth()
                .oauth2(TestTokens.with("program-officer").areas("33.02").sign())
                .get("/api/v1/programs/{id}", program)
                .then()
                .statusCode(200);
    }

    @Test
    void listsByFilterPageByPage() {
        var beneficiary = aBeneficiary("1500000");
        var first = aProgram(beneficiary, "1000");
        var second = aProgram(beneficiary, "1000");
        requestFunding(aProgram(beneficiary, "1000"));

        var next = officer()
                .queryParam("beneficiaryId", beneficiary)
                .queryParam("status", "PROPOSED")
                .queryParam("programType", "MOBILITY_AID")
                .queryParam("limit", 1)
                .get("/api/v1/programs")
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(second.toString())))
                .body("next", notNullValue())
                .extract()
                .<String>path("next");

        officer()
                .queryParam("beneficiaryId", beneficiary)
                .queryParam("status", "PROPOSED")
                .queryParam("programType", "MOBILITY_AID")
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/api/v1/programs")
                .then()
                .body("items.id", is(List.of(first.toString())))
                .body("next", nullValue());
        officer()
                .queryParam("cursor", next)
                .get("/api/v1/programs")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-cursor"));
    }

    @Test
    void listsWithoutFilter() {
        var program = aProgram(aBeneficiary("1500000"), "1000");

        officer()
                .get("/api/v1/programs")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(program.toString()))
                .body("items.budget", everyItem(not(nullValue())));
    }

    @Test
    void refusesFiltersThatMeanNothing() {
        officer().queryParam("status", "LOST").get("/api/v1/programs").then().statusCode(400);
        officer().queryParam("limit", 201).get("/api/v1/programs").then().statusCode(400);
        officer()
                .queryParam("beneficiaryId", "x")
                .get("/api/v1/programs")
                .then()
                .statusCode(400);
        officer().get("/api/v1/programs/{id}", UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void keepsFreeTextOutOfEventsAndErrors() {
        var beneficiary = aBeneficiary("1500000");
        var plan = new HashMap<>(aPlan(beneficiary, "1000"));
        plan.put("title", "PLANTED-TITLE");
        plan.put("budget", List.of(Map.of("description", "PLANTED-LINE", "amount", money("1000"))));
        var program = UUID.fromString(officer()
                .body(plan)
                .post("/api/v1/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
        requestFunding(program);
        officer()
                .body(Map.of("reason", "PLANTED-REASON"))
                .post("/api/v1/programs/{id}/cancellation", program)
                .then()
                .statusCode(200)
                .body("cancellationReason", is("PLANTED-REASON"));

        assertEquals(3, told(program).size());
        assertTrue(told(program).stream().noneMatch(told -> told.payload().contains("PLANTED")));
        officer()
                .body(Map.of("reason", "PLANTED-REASON"))
                .post("/api/v1/programs/{id}/cancellation", program)
                .then()
                .statusCode(409)
                .body(not(containsString("PLANTED")));
    }

    private static Map<String, Object> aBudget(String amount) {
        return Map.of("budget", List.of(Map.of("description", "Wheelchair", "amount", money(amount))));
    }

    private static void cancel(UUID program, int status) {
        officer()
                .body(Map.of("reason", "A neighbour gave one"))
                .post("/api/v1/programs/{id}/cancellation", program)
                .then()
                .statusCode(status);
    }

    private static void complete(UUID program, int status) {
        officer()
                .body("{}")
                .post("/api/v1/programs/{id}/completion", program)
                .then()
                .statusCode(status);
    }

    private static void refusesPlan(Map<String, Object> plan, String code) {
        officer().body(plan).post("/api/v1/programs").then().statusCode(409).body("type", is("/problems/" + code));
    }

    private static void refusesField(Object plan, String pointer, String rule) {
        officer()
                .body(plan)
                .post("/api/v1/programs")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-request"))
                .body("errors.find { it.pointer == '%s' }.rule".formatted(pointer), is(rule));
    }
}
