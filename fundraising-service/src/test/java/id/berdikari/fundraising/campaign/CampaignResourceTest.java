package id.berdikari.fundraising.campaign;

import static id.berdikari.fundraising.Given.CASES;
import static id.berdikari.fundraising.Given.aDraft;
import static id.berdikari.fundraising.Given.aGift;
import static id.berdikari.fundraising.Given.aPermit;
import static id.berdikari.fundraising.Given.aPublished;
import static id.berdikari.fundraising.Given.anApprovedPerson;
import static id.berdikari.fundraising.Given.anybody;
import static id.berdikari.fundraising.Given.approval;
import static id.berdikari.fundraising.Given.as;
import static id.berdikari.fundraising.Given.forPerson;
import static id.berdikari.fundraising.Given.general;
import static id.berdikari.fundraising.Given.gift;
import static id.berdikari.fundraising.Given.give;
import static id.berdikari.fundraising.Given.happens;
import static id.berdikari.fundraising.Given.money;
import static id.berdikari.fundraising.Given.permit;
import static id.berdikari.fundraising.Given.publish;
import static id.berdikari.fundraising.Given.rows;
import static id.berdikari.fundraising.Given.sent;
import static id.berdikari.fundraising.Given.sentTypes;
import static id.berdikari.fundraising.Given.somebody;
import static id.berdikari.fundraising.Given.today;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.ConsentGranted;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.Given;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class CampaignResourceTest {

    @Inject
    CampaignClosing closing;

    @Test
    void anotherFundraiserPublishesAndThePublicSeesTheApprovedStoryOnly() {
        var person = anApprovedPerson();
        var id = aDraft(forPerson(person.beneficiaryId(), aPermit()));

        seenByAnybody(id).statusCode(404);
        publish(id, "fundraiser-2").then().statusCode(200).body("status", equalTo("PUBLISHED"));

        aGift(id, "50000");
        seenByAnybody(id)
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("alias", equalTo("Mbah Melati"))
                .body("districtCode", equalTo("33.02.27"))
                .body("ageBand", equalTo("60-69"))
                .body("story", equalTo("Sells crackers and walks with difficulty."))
                .body("raised.amount", equalTo("50000.00"))
                .body("management", nullValue());
        as("fundraiser")
                .get("/api/v1/campaigns/" + id)
                .then()
                .body("management.beneficiaryId", equalTo(person.beneficiaryId().toString()))
                .body("management.publishedBy", equalTo("fundraiser-2"));
        assertEquals(List.of("campaign-published"), sentTypes(id));
        assertFalse(sent(id).getFirst().payload().contains("Melati"));
    }

    @Test
    void neitherAuthorNorEditorPublishes() {
        var body = forPerson(anApprovedPerson().beneficiaryId(), aPermit());
        var id = aDraft(body);
        as("fundraiser", "fundraiser-2")
                .header("If-Match", "\"0\"")
                .body(body)
                .put("/api/v1/campaigns/" + id)
                .then()
                .statusCode(200);

        for (var maker : List.of("fundraiser-1", "fundraiser-2")) {
            publish(id, maker).then().statusCode(409).body("type", equalTo("/problems/four-eyes-required"));
        }
        publish(id, "fundraiser-3").then().statusCode(200);
        publish(id, "fundraiser-3").then().statusCode(409).body("type", equalTo("/problems/campaign-not-a-draft"));
    }

    @Test
    void aPersonNotHeardOfIsNotKnownYet() {
        refused(forPerson(UUID.randomUUID(), aPermit()), 409, "beneficiary-not-known-yet");
    }

    @Test
    void aPersonWithoutConsentHasNoCampaign() {
        var person = somebody();
        happens(CASES, approval(person, false));

        refused(forPerson(person.beneficiaryId(), aPermit()), 409, "publication-consent-missing");
    }

    @Test
    void theStoryOfAPersonComesFromTheCaseAndOthersNeedOne() {
        var own = forPerson(anApprovedPerson().beneficiaryId(), aPermit())
                .replace("\"title\"", "\"story\":\"Mine\",\"title\"");
        invalid(own, "/story", "story-comes-from-case");
        invalid(general(null, aPermit()).replace("\"story\":\"PLANTED-STORY\",", ""), "/story", "required");
    }

    @Test
    void thePermitMustCoverLastDayAndDistrict() {
        var person = anApprovedPerson().beneficiaryId();

        refused(forPerson(person, permit("33.02", today(), today())), 409, "outside-permit-dates");
        refused(forPerson(person, permit("33.03", today(), today().plusMonths(2))), 409, "outside-permit-areas");
        invalid(forPerson(person, UUID.randomUUID().toString()), "/permitId", "permit-unknown");
    }

    @Test
    void aPermitThatHasNotBegunHoldsPublicationBack() {
        var permit = permit("33.02", today().plusDays(3), today().plusMonths(2));
        var id = aDraft(forPerson(anApprovedPerson().beneficiaryId(), permit));

        publish(id, "fundraiser-2").then().statusCode(409).body("type", equalTo("/problems/outside-permit-dates"));
    }

    @Test
    void anExemptionIsRecordedByAnAdministrator() {
        var exempt = """
            {"title":"Zakat of RW 03","story":"For the poor of RW 03","target":%s,"endsOn":"%s",
             "exemption":{"kind":"RELIGIOUS","evidence":"Minutes of 2 January"}}
            """.formatted(money("100000"), today());

        refused(exempt, 403, "exemption-needs-admin");
        String id = as("admin")
                .body(exempt)
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        publish(id, "fundraiser-1").then().statusCode(200);
    }

    @Test
    void impossibleDraftsAreRefused() {
        var good = general(null, aPermit());

        invalid(good.replace("\"title\"", "\"status\":\"PUBLISHED\",\"title\""), "/status", "unknown-field");
        invalid(good.replaceAll("\"permitId\":\"[^\"]+\",", ""), "/permitId", "permit-or-exemption");
        invalid(good.replaceAll("\"endsOn\":\"[^\"]+\"", "\"endsOn\":\"2020-01-01\""), "/endsOn", "date-in-past");
        invalid(good.replace("1000000", "0.00"), "/target", "positive-money");
    }

    @Test
    void anEditNeedsTheVersionThatWasSeen() {
        var body = general(null, aPermit());
        var id = aDraft(body);

        as("fundraiser").body(body).put("/api/v1/campaigns/" + id).then().statusCode(428);
        as("fundraiser")
                .header("If-Match", "\"9\"")
                .body(body)
                .put("/api/v1/campaigns/" + id)
                .then()
                .statusCode(412);
        as("fundraiser")
                .header("If-Match", "\"0\"")
                .body(body.replace("whoever", "anybody who"))
                .put("/api/v1/campaigns/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("title", equalTo("For anybody who needs it"));
    }

    @Test
    void aWithdrawnConsentTakesThePageAwayForGood() {
        var person = anApprovedPerson();
        var id = aPublished(forPerson(person.beneficiaryId(), aPermit()));
        var withdrawal = List.of(CASES.record(
                new ConsentWithdrawn(person.caseId(), person.beneficiaryId(), ConsentPurpose.PUBLICATION)));

        happens(CASES, withdrawal);
        happens(CASES, withdrawal);

        seenByAnybody(id).statusCode(410).body("type", equalTo("/problems/campaign-withdrawn"));
        as("fundraiser").get("/api/v1/campaigns/" + id).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        give(id, UUID.randomUUID().toString(), gift("50000")).then().statusCode(410);
        assertEquals(List.of("campaign-published", "campaign-closed"), sentTypes(id));

        happens(CASES, new ConsentGranted(person.caseId(), person.beneficiaryId(), ConsentPurpose.PUBLICATION));
        seenByAnybody(id).statusCode(410);
    }

    @Test
    void aWithdrawalThatComesBeforeTheApprovalBlocksIt() {
        var person = somebody();
        var approval = CASES.record(approval(person, true));
        var withdrawal =
                CASES.record(new ConsentWithdrawn(person.caseId(), person.beneficiaryId(), ConsentPurpose.PUBLICATION));

        happens(CASES, List.of(withdrawal));
        refused(forPerson(person.beneficiaryId(), aPermit()), 409, "beneficiary-not-known-yet");
        happens(CASES, List.of(approval));

        refused(forPerson(person.beneficiaryId(), aPermit()), 409, "publication-consent-missing");
    }

    @Test
    void aDraftCannotBePublishedAfterAWithdrawal() {
        var person = anApprovedPerson();
        var id = aDraft(forPerson(person.beneficiaryId(), aPermit()));
        happens(CASES, new ConsentWithdrawn(person.caseId(), person.beneficiaryId(), ConsentPurpose.PUBLICATION));

        publish(id, "fundraiser-2")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/publication-consent-missing"));
        assertEquals(List.of(), sentTypes(id));
    }

    @Test
    void anExitTakesEvenAClosedPageAway() {
        var person = anApprovedPerson();
        var open = aPublished(forPerson(person.beneficiaryId(), aPermit()));
        var closed = aPublished(forPerson(person.beneficiaryId(), aPermit()));
        as("fundraiser")
                .body("{}")
                .post("/api/v1/campaigns/" + closed + "/closure")
                .then()
                .statusCode(200);
        seenByAnybody(closed).statusCode(200).body("status", equalTo("CLOSED"));

        happens(CASES, new BeneficiaryExited(person.caseId(), person.beneficiaryId(), today()));

        seenByAnybody(open).statusCode(410);
        seenByAnybody(closed).statusCode(410);
        assertEquals(List.of("campaign-published", "campaign-closed"), sentTypes(closed));
        refused(forPerson(person.beneficiaryId(), aPermit()), 409, "beneficiary-exited");
    }

    @Test
    void anEndedCampaignRefusesAtOnceAndIsClosedOnceByTheTimersOfTwoReplicas() throws Exception {
        var id = aPublished(general(null, aPermit()));
        rows(
                "update campaign set ends_on = ?, version = version + 1 where id = ?",
                today().minusDays(1),
                UUID.fromString(id));

        give(id, UUID.randomUUID().toString(), gift("50000"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/campaign-ended"));
        try (var replicas = Executors.newFixedThreadPool(2)) {
            for (var done : replicas.invokeAll(Collections.nCopies(2, Executors.callable(closing::close)))) {
                done.get();
            }
        }

        seenByAnybody(id).statusCode(200).body("status", equalTo("ENDED"));
        assertEquals(List.of("campaign-published", "campaign-closed"), sentTypes(id));
    }

    @Test
    void staffOfOtherAreasSeeWhatThePublicSees() {
        var id = aDraft(forPerson(anApprovedPerson().beneficiaryId(), aPermit()));
        var far = TestTokens.with("fundraiser")
                .subject("fundraiser-2")
                .areas("31")
                .sign();

        given().auth().oauth2(far).get("/api/v1/campaigns/" + id).then().statusCode(404);
        given().auth()
                .oauth2(far)
                .contentType("application/json")
                .body("{}")
                .post("/api/v1/campaigns/" + id + "/publication")
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(far)
                .get("/api/v1/campaigns?status=DRAFT&limit=200")
                .then()
                .body("items.id", not(hasItem(id)));
        as("fundraiser").get("/api/v1/campaigns?status=DRAFT&limit=200").then().body("items.id", hasItem(id));
    }

    @Test
    void listsAreFilteredAndPaged() {
        var permit = aPermit();
        var rice = aPublished(general(ProgramType.RICE_SHARING, permit));
        var draft = aDraft(general(ProgramType.RICE_SHARING, permit));

        anybody()
                .get("/api/v1/campaigns?programType=RICE_SHARING")
                .then()
                .body("items.id", hasItem(rice))
                .body("items.id", not(hasItem(draft)));
        String next = anybody()
                .get("/api/v1/campaigns?limit=1")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .extract()
                .path("next");
        assertFalse(next == null || next.isEmpty());
        anybody().get("/api/v1/campaigns?limit=1&cursor=" + next).then().statusCode(200);
        anybody()
                .get("/api/v1/campaigns?limit=1&status=CLOSED&cursor=" + next)
                .then()
                .statusCode(400);
        anybody()
                .get("/api/v1/campaigns?beneficiaryId=" + UUID.randomUUID())
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse seenByAnybody(String id) {
        return anybody().get("/api/v1/campaigns/" + id).then();
    }

    private static void refused(String body, int status, String problem) {
        Given.as("fundraiser")
                .body(body)
                .post("/api/v1/campaigns")
                .then()
                .statusCode(status)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/" + problem));
    }

    private static void invalid(String body, String pointer, String rule) {
        as("fundraiser")
                .body(body)
                .post("/api/v1/campaigns")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule));
    }
}
