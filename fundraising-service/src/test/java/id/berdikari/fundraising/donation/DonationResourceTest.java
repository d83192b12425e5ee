package id.berdikari.fundraising.donation;

import static id.berdikari.fundraising.Given.aDraft;
import static id.berdikari.fundraising.Given.aGift;
import static id.berdikari.fundraising.Given.aPermit;
import static id.berdikari.fundraising.Given.aPromise;
import static id.berdikari.fundraising.Given.aPublished;
import static id.berdikari.fundraising.Given.anApprovedPerson;
import static id.berdikari.fundraising.Given.anybody;
import static id.berdikari.fundraising.Given.as;
import static id.berdikari.fundraising.Given.forPerson;
import static id.berdikari.fundraising.Given.general;
import static id.berdikari.fundraising.Given.gift;
import static id.berdikari.fundraising.Given.give;
import static id.berdikari.fundraising.Given.rows;
import static id.berdikari.fundraising.Given.sentTypes;
import static id.berdikari.fundraising.Given.today;
import static id.berdikari.fundraising.Given.trace;
import static id.berdikari.fundraising.Given.traced;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class DonationResourceTest {

    private String campaign = "";

    @BeforeEach
    void aCampaign() {
        campaign = aPublished(forPerson(anApprovedPerson().beneficiaryId(), aPermit()));
    }

    @Test
    void aRepeatAnswersTheSameSecretIncluded() {
        var key = UUID.randomUUID().toString();

        var first = give(campaign, key, gift("50000"))
                .then()
                .statusCode(201)
                .body("status", equalTo("PENDING"))
                .body("amount.amount", equalTo("50000.00"))
                .body("payment.orderId", notNullValue())
                .body("payment.provider", equalTo("MIDTRANS"))
                .extract()
                .asString();
        var second = give(campaign, key, gift("50000"))
                .then()
                .statusCode(201)
                .extract()
                .asString();

        assertEquals(first, second);
        assertEquals(
                "1",
                rows("select count(*) from donation where campaign_id = ?", UUID.fromString(campaign))
                        .getFirst()
                        .getFirst());
    }

    @Test
    void aKeyIsNeededAndBelongsToOneBody() {
        var key = UUID.randomUUID().toString();
        give(campaign, key, gift("50000")).then().statusCode(201);

        give(campaign, key, gift("60000")).then().statusCode(422);
        give(campaign, "not-a-uuid", gift("50000")).then().statusCode(400);
        anybody()
                .body(gift("50000"))
                .post("/api/v1/campaigns/" + campaign + "/donations")
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/idempotency-key-missing"));
    }

    @Test
    void concurrentRepeatsMakeOneDonation() throws Exception {
        var key = UUID.randomUUID().toString();
        var calls = new ArrayList<Callable<Response>>();
        for (var i = 0; i < 6; i++) {
            calls.add(() -> give(campaign, key, gift("50000")));
        }

        var ids = new HashSet<String>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(calls)) {
                ids.add(answer.get().then().statusCode(201).extract().path("id"));
            }
        }

        assertEquals(1, ids.size());
    }

    @Test
    void impossibleMoneyIsRefused() {
        for (var amount : List.of("-50000", "50000.001", "5e4", "0.00", "999")) {
            give(campaign, UUID.randomUUID().toString(), gift(amount))
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].pointer", equalTo("/amount"));
        }
        give(
                        campaign,
                        UUID.randomUUID().toString(),
                        gift("50000").replace("\"method\"", "\"status\":\"PAID\",\"method\""))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("unknown-field"));
    }

    @Test
    void onlyACampaignThatIsOpenAccepts() {
        var draft = aDraft(general(null, aPermit()));
        give(draft, UUID.randomUUID().toString(), gift("50000"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/campaign-not-published"));
        give(UUID.randomUUID().toString(), UUID.randomUUID().toString(), gift("50000"))
                .then()
                .statusCode(404);

        as("fundraiser")
                .body("{}")
                .post("/api/v1/campaigns/" + campaign + "/closure")
                .then()
                .statusCode(200);
        give(campaign, UUID.randomUUID().toString(), gift("50000"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/campaign-ended"));
    }

    @Test
    void aCampaignOutsideItsPermitAcceptsNothing() {
        var permit = aPermit();
        var campaignId = aPublished(forPerson(anApprovedPerson().beneficiaryId(), permit));

        rows("update permit set scope_area_codes = '{33.03}' where id = ?", UUID.fromString(permit));
        give(campaignId, UUID.randomUUID().toString(), gift("50000"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/outside-permit-areas"));
        rows(
                "update permit set valid_from = ?, granted_to = ?, valid_to = ? where id = ?",
                today().minusDays(9),
                today().minusDays(1),
                today().minusDays(1),
                UUID.fromString(permit));
        give(campaignId, UUID.randomUUID().toString(), gift("50000"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/outside-permit-dates"));
    }

    @Test
    void theTraceOpensOnlyToTheDonor() {
        var gift = aGift(campaign, "50000");

        trace(gift)
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("50000.00"))
                .body("items", hasSize(1))
                .body("items[0].campaignId", equalTo(campaign));
        assertEquals(List.of("HELD 50000.00"), traced(gift));
        anybody().get("/api/v1/donations/" + gift.id() + "/trace").then().statusCode(404);
        anybody()
                .header("X-Donor-Secret", "wrong")
                .get("/api/v1/donations/" + gift.id() + "/trace")
                .then()
                .statusCode(404);
    }

    @Test
    void thePersonalDataOfADonorShowOnlyToATreasurer() {
        var gift = aGift(campaign, "50000");
        var path = "/api/v1/donations/" + gift.id();

        anybody().get(path).then().statusCode(404);
        anybody()
                .header("X-Donor-Secret", gift.secret())
                .get(path)
                .then()
                .statusCode(200)
                .body("donor", nullValue());
        as("fundraiser").get(path).then().statusCode(200).body("donor", nullValue());
        as("treasurer").get(path).then().statusCode(200).body("donor.name", equalTo("PLANTED-NAME"));
        as("treasurer")
                .get("/api/v1/donations?campaignId=" + campaign + "&status=PAID")
                .then()
                .body("items.id", hasItem(gift.id().toString()))
                .body("items[0].donor", nullValue());
        assertEquals(
                "1",
                rows(
                                "select count(*) from audit_entry where action = 'read-donor' and object_id = ?",
                                gift.id().toString())
                        .getFirst()
                        .getFirst());
    }

    @Test
    void nothingPersonalIsStoredOpenlyOrSent() {
        aGift(campaign, "50000");
        var scanned = rows("""
                select string_agg(text, ' ') from (
                    select convert_from(payload, 'UTF8') || headers as text from outbox
                    union all select answer::text from idempotent_request
                    union all select coalesce(reason, '') from audit_entry
                    union all select encode(donor_name, 'escape') from donation) everything
                """).getFirst().getFirst();

        assertTrue(scanned.contains("donation-received"));
        for (var planted : List.of("PLANTED-NAME", "planted-mail", "PLANTED-STORY", "Melati", "donorSecret")) {
            assertFalse(scanned.contains(planted), planted);
        }
    }

    @Test
    void anotherTreasurerConfirmsARefund() {
        var gift = aGift(campaign, "50000");
        var path = "/api/v1/donations/" + gift.id() + "/refund";

        as("treasurer")
                .body("{\"reason\":\"Paid twice\"}")
                .post(path)
                .then()
                .statusCode(201)
                .body("status", equalTo("PROPOSED"))
                .body("amount.amount", equalTo("50000.00"));
        as("treasurer").body("{\"reason\":\"Again\"}").post(path).then().statusCode(409);
        as("treasurer")
                .body("{}")
                .post(path + "/confirmation")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/four-eyes-required"));
        assertEquals(List.of("HELD 50000.00"), traced(gift));
        as("treasurer", "treasurer-2")
                .body("{}")
                .post(path + "/confirmation")
                .then()
                .statusCode(200)
                .body("status", equalTo("REFUNDED"));

        assertEquals(List.of("RETURNED 50000.00"), traced(gift));
        assertEquals(List.of("donation-received", "donation-refunded"), sentTypes(gift.id()));
        as("treasurer").get("/api/v1/donations/" + gift.id()).then().body("status", equalTo("REFUNDED"));
        as("auditor").get(path).then().statusCode(200).body("confirmedBy", equalTo("treasurer-2"));
        as("treasurer", "treasurer-2")
                .body("{}")
                .post(path + "/confirmation")
                .then()
                .statusCode(409);
        as("treasurer").body("{\"reason\":\"More\"}").post(path).then().statusCode(409);
    }

    @Test
    void anUnpaidDonationCannotBeRefunded() {
        var gift = aPromise(campaign, "50000");

        as("treasurer")
                .body("{\"reason\":\"Never paid\"}")
                .post("/api/v1/donations/" + gift.id() + "/refund")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/donation-not-paid"));
        trace(gift)
                .then()
                .statusCode(200)
                .body("amount.amount", equalTo("0.00"))
                .body("items", hasSize(0));
    }
}
