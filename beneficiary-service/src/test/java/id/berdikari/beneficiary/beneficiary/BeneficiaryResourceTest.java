package id.berdikari.beneficiary.beneficiary;

import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.approved;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.OutboxRows;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class BeneficiaryResourceTest {
    private static final String BENEFICIARIES = "/api/v1/beneficiaries";
    private static final Body WITHDRAWAL =
            Body.of("{\"purpose\":\"PUBLICATION\",\"given\":false,\"witness\":\"PLANTED-LATER-WITNESS\"}");
    private static final Body EXIT = Body.of("{\"exitedOn\":\"2026-02-14\",\"reason\":\"PLANTED-EXIT\"}");

    @Inject
    OutboxRows outbox;

    @Test
    void showsWhatWasApprovedWithoutShowingWho() {
        var id = approved();

        get(TestTokens.of("program-officer"), at(id))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", equalTo("ACTIVE"))
                .body("districtCode", equalTo("33.02.27"))
                .body("ageBand", equalTo("60-69"))
                .body("needs[0].amount.amount", equalTo("300000.00"))
                .body("consents.publication", equalTo(true))
                .body("", not(org.hamcrest.Matchers.hasKey("candidate")));
    }

    @Test
    void keepsStaffToTheirAreas() {
        var id = approved();
        var elsewhere = TestTokens.with("verifier").areas("11").sign();

        get(elsewhere, at(id)).then().statusCode(404);
        get(elsewhere, at(id) + "/consents").then().statusCode(404);
        post(elsewhere, at(id) + "/exit", EXIT).then().statusCode(404);
        get(elsewhere, BENEFICIARIES).then().body("items.size()", equalTo(0));
        get(VERIFIER, at(UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void tellsOfAWithdrawnAndARenewedConsentOnce() {
        var id = approved();
        var given = WITHDRAWAL.with("/given", true);

        for (var body : List.of(given, WITHDRAWAL, WITHDRAWAL, given)) {
            post(VERIFIER, at(id) + "/consents", body).then().statusCode(201).body("id", notNullValue());
        }

        var later = outbox.typesOf(caseOf(id)).stream().skip(4).toList();
        assertEquals(List.of("consent-withdrawn", "consent-granted"), later);
        get(VERIFIER, at(id) + "/consents")
                .then()
                .body("items.size()", equalTo(6))
                .body("items[0].status", equalTo("GIVEN"))
                .body("items[1].status", equalTo("NOT_GIVEN"))
                .body("items[5].recordedBy", equalTo("surveyor-1"));
        get(VERIFIER, at(id) + "/consents?limit=4")
                .then()
                .body("items.size()", equalTo(4))
                .body("next", notNullValue());
    }

    @Test
    void refusesAnIncompleteConsent() {
        var id = approved();

        post(VERIFIER, at(id) + "/consents", WITHDRAWAL.with("/purpose", "EVERYTHING"))
                .then()
                .statusCode(400);
        post(VERIFIER, at(id) + "/consents", WITHDRAWAL.with("/given", null))
                .then()
                .statusCode(400);
        post(VERIFIER, at(id) + "/consents", WITHDRAWAL.with("/witness", ""))
                .then()
                .statusCode(400);

        get(VERIFIER, at(id) + "/consents").then().body("items.size()", equalTo(2));
    }

    @Test
    void leavesOnce() {
        var id = approved();
        post(VERIFIER, at(id) + "/exit", EXIT.with("/exitedOn", "2026-01-19"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("date-before-preceding-step"));
        post(VERIFIER, at(id) + "/exit", EXIT.with("/exitedOn", "2199-01-01"))
                .then()
                .statusCode(400);

        post(VERIFIER, at(id) + "/exit", EXIT).then().statusCode(200).body("status", equalTo("EXITED"));

        post(VERIFIER, at(id) + "/exit", EXIT)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-exited"))
                .body("title", equalTo("This beneficiary has left already"));
        var event = outbox.of(caseOf(id)).getLast();
        assertEquals("beneficiary-exited", event.type());
        assertEquals("2026-02-14", event.payload().get("exitedOn").asText());
        post(VERIFIER, at(id) + "/consents", WITHDRAWAL).then().statusCode(201);
        assertEquals("consent-withdrawn", outbox.typesOf(caseOf(id)).getLast());
    }

    @Test
    void listsByAreaNeedAndWhetherTheyLeft() {
        var stays = approved();
        var leaves = approved();
        post(VERIFIER, at(leaves) + "/exit", EXIT).then().statusCode(200);

        get(VERIFIER, BENEFICIARIES + "?exited=true&areaCode=33.02.27&programType=MOBILITY_AID&limit=200")
                .then()
                .body("items.id", hasItem(leaves))
                .body("items.status", everyItem(equalTo("EXITED")));
        get(VERIFIER, BENEFICIARIES + "?exited=false&limit=200")
                .then()
                .body("items.id", hasItem(stays))
                .body("items.id", not(hasItem(leaves)));
        get(VERIFIER, BENEFICIARIES + "?programType=RICE_SHARING").then().body("items.size()", equalTo(0));
        get(VERIFIER, BENEFICIARIES + "?areaCode=33.12").then().body("items.size()", equalTo(0));
        get(VERIFIER, BENEFICIARIES + "?limit=1").then().body("next", notNullValue());
    }

    @Test
    void eventsCarryNothingOfThePersonNorFreeText() {
        var id = approved();
        post(VERIFIER, at(id) + "/consents", WITHDRAWAL).then().statusCode(201);
        post(VERIFIER, at(id) + "/exit", EXIT).then().statusCode(200);

        var everything = outbox.everything();

        assertTrue(everything.contains(caseOf(id)));
        var candidate = aNomination().json().get("candidate");
        Stream.of(
                        "PLANTED",
                        "Sutinah",
                        "Wiryapernata",
                        "Bambangtri",
                        "Kenangasari",
                        "81234567890",
                        "81298765432",
                        "1958-03-14",
                        candidate.get("nik").asText(),
                        candidate.get("phone").asText())
                .forEach(planted -> assertFalse(everything.contains(planted), planted));
    }

    private static String at(String id) {
        return BENEFICIARIES + "/" + id;
    }

    private static String caseOf(String id) {
        return get(VERIFIER, at(id)).path("caseId");
    }
}
