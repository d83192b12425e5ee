package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.NOMINATIONS;
import static id.berdikari.beneficiary.CaseFixtures.OTHER_DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.aPreSurvey;
import static id.berdikari.beneficiary.CaseFixtures.aSurvey;
import static id.berdikari.beneficiary.CaseFixtures.anApproval;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.confirmed;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.CaseFixtures.preSurveyed;
import static id.berdikari.beneficiary.CaseFixtures.proposed;
import static id.berdikari.beneficiary.CaseFixtures.statusOf;
import static id.berdikari.beneficiary.CaseFixtures.surveyed;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.OutboxRows;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class DecisionResourceTest {
    private static final String STEP = "/decision";
    private static final String CONFIRMATION = "/decision/confirmation";

    @Inject
    OutboxRows outbox;

    @Test
    void approvesWhenASecondDeciderConfirms() {
        var id = proposed(anApproval());
        assertEquals("DECISION_PROPOSED", statusOf(id));

        var answer = confirmed(id);

        answer.then()
                .statusCode(200)
                .body("status", equalTo("APPROVED"))
                .body("beneficiaryId", notNullValue())
                .body("decisions[0].status", equalTo("CONFIRMED"))
                .body("decisions[0].votes.for", equalTo(3))
                .body("decisions[0].confirmedBy", equalTo("decider-2"));
        assertEquals(
                List.of(
                        "beneficiary-nominated",
                        "beneficiary-pre-surveyed",
                        "beneficiary-surveyed",
                        "beneficiary-approved"),
                outbox.typesOf(id));
        assertEquals(
                Body.of("""
                        {"districtCode": "33.02.27", "ageBand": "60-69", "alias": "Ibu Melati",
                         "publicStory": "Penjual sapu lidi dari Purwokerto ini perlu alat bantu jalan.",
                         "needs": [{"programType": "MOBILITY_AID", "amount": {"amount": "300000.00", "currency": "IDR"}}],
                         "assistanceConsent": true, "publicationConsent": true,
                         "surveyors": ["surveyor-1", "surveyor-2"],
                         "deciders": ["decider-1", "decider-2", "decider-3"], "decidedOn": "2026-01-20"}""")
                        .with("/caseId", id)
                        .with("/beneficiaryId", answer.<String>path("beneficiaryId"))
                        .json(),
                outbox.of(id).getLast().payload());
    }

    @Test
    void waitlistsAndDecidesAnew() {
        var id = proposed(anApproval().with("/outcome", "WAITLIST").with("/votes", Map.of("for", 1, "against", 2)));
        confirmed(id).then().body("status", equalTo("WAITLISTED"));
        assertEquals("beneficiary-waitlisted", outbox.typesOf(id).getLast());

        new Refusals(id, STEP, anApproval())
                .field(DECIDER, "/heldOn", "2026-01-19", "/heldOn", "date-before-preceding-step");
        post(DECIDER, at(id) + STEP, anApproval().with("/heldOn", "2026-02-20"))
                .then()
                .statusCode(200)
                .body("status", equalTo("DECISION_PROPOSED"));

        confirmed(id).then().body("status", equalTo("APPROVED"));
    }

    @Test
    void rejects() {
        var id = proposed(anApproval().with("/outcome", "REJECT").with("/needs", null));

        confirmed(id).then().body("status", equalTo("REJECTED"));

        var event = outbox.of(id).getLast();
        assertEquals("beneficiary-rejected", event.type());
        assertEquals("DECISION", event.payload().get("stage").asText());
        new Refusals(id, STEP, anApproval()).problem(DECIDER, anApproval(), "already-decided");
    }

    @Test
    void comesAfterTheHomeVisit() {
        new Refusals(nominated(), STEP, anApproval()).problem(DECIDER, anApproval(), "not-surveyed-yet");
        new Refusals(preSurveyed(), STEP, anApproval()).problem(DECIDER, anApproval(), "not-surveyed-yet");
    }

    @Test
    void refusesAMeetingThatCannotDecideSo() {
        var refusals = new Refusals(surveyed(), STEP, anApproval());

        refusals.field(DECIDER, "/heldOn", "2026-01-11", "/heldOn", "date-before-preceding-step");
        refusals.field(DECIDER, "/heldOn", "2199-01-01", "/heldOn", "date-in-future");
        refusals.field(DECIDER, "/deciders", List.of("decider-1", "decider-2"), "/deciders", "too-few-people");
        refusals.field(DECIDER, "/deciders/2", "decider-1", "/deciders/2", "listed-twice");
        refusals.field(DECIDER, "/deciders/0", "decider-4", "/deciders", "caller-not-listed");
        refusals.field(DECIDER, "/votes/for", 4, "/votes", "more-votes-than-deciders");
        refusals.field(DECIDER, "/votes/for", 1, "/votes/for", "no-majority");
        refusals.field(DECIDER, "/votes/against", -1, "/votes/against", "positive-or-zero");
        refusals.field(DECIDER, "/needs", null, "/needs", "required");
        refusals.field(DECIDER, "/needs/0/programType", "RICE_SHARING", "/needs/0/programType", "need-not-surveyed");
        refusals.field(DECIDER, "/needs/0/amount/amount", "-1.00", "/needs/0/amount", "not-a-money");
        refusals.field(DECIDER, "/needs/0/amount/amount", "1.005", "/needs/0/amount", "not-a-money");
        refusals.field(DECIDER, "/needs/0/amount/amount", "0", "/needs/0/amount", "positive-money");
        refusals.field(DECIDER, "/reason", "", "/reason", "not-blank");
        refusals.field(DECIDER, "/confirmedBy", "decider-2", "/confirmedBy", "unknown-field");
        refusals.problem(DECIDER, anApproval().with("/deciders/2", "surveyor-2"), "decider-took-part");
        refusals.problem(DECIDER, anApproval().with("/deciders/2", "verifier-1"), "decider-took-part");
        refusals.problem(DECIDER, anApproval().with("/deciders/2", "surveyor-1"), "decider-took-part");
    }

    @Test
    void keepsTheNominatorOutOfTheMeeting() {
        var nominator = TestTokens.of("decider", "decider-3");
        var id = post(nominator, NOMINATIONS, aNomination()).<String>path("id");
        post(VERIFIER, at(id) + "/pre-survey", aPreSurvey()).then().statusCode(200);
        post(SURVEYOR, at(id) + "/survey", aSurvey()).then().statusCode(200);

        new Refusals(id, STEP, anApproval()).problem(DECIDER, anApproval(), "decider-took-part");
    }

    @Test
    void approvesNobodyAgainstTheirWill() {
        var id = surveyed(aSurvey().with("/consents/0/given", false));

        new Refusals(id, STEP, anApproval()).problem(DECIDER, anApproval(), "assistance-not-consented");
    }

    @Test
    void publishesNothingWithoutConsent() {
        var id = surveyed(aSurvey().with("/consents/1/given", false));
        var refusals = new Refusals(id, STEP, anApproval());
        refusals.field(DECIDER, "/publicStory", null, "/alias", "publication-not-consented");
        refusals.field(DECIDER, "/alias", null, "/publicStory", "publication-not-consented");

        post(DECIDER, at(id) + STEP, anApproval().with("/alias", null).with("/publicStory", null))
                .then()
                .statusCode(200);
        confirmed(id).then().statusCode(200);

        var payload = outbox.of(id).getLast().payload();
        assertEquals(false, payload.get("publicationConsent").asBoolean());
        assertEquals(true, payload.get("publicStory").isNull());
    }

    @ParameterizedTest
    @CsvSource({
        "/alias, Mbah Sutinah, reveals-name",
        "/publicStory, Wiryapernata berjualan sapu, reveals-name",
        "/publicStory, Hubungi 62 812 3456 7890, reveals-phone",
        "/publicStory, NIK 33.02.27.540358.0001, reveals-nik",
        "/publicStory, Rumahnya di Kenangasari, reveals-address"
    })
    void publishesNothingThatShowsThePerson(String pointer, String text, String rule) {
        var id = surveyed();

        new Refusals(id, STEP, anApproval()).field(DECIDER, pointer, text, pointer, rule);

        post(DECIDER, at(id) + STEP, anApproval().with(pointer, text))
                .then()
                .body(not(containsString(text)))
                .body(not(containsString("Sutinah")));
    }

    @Test
    void isConfirmedByAnotherListedDeciderOnly() {
        var id = proposed(anApproval());
        var refusals = new Refusals(id, CONFIRMATION, Body.of("{}"));

        refusals.problem(DECIDER, Body.of("{}"), "four-eyes-required");
        refusals.problem(TestTokens.of("decider", "decider-9"), Body.of("{}"), "not-a-listed-decider");
        refusals.field(OTHER_DECIDER, "/outcome", "REJECT", "/outcome", "unknown-field");
        new Refusals(id, STEP, anApproval()).problem(OTHER_DECIDER, anApproval(), "decision-pending");
        confirmed(id).then().statusCode(200);
        refusals.problem(OTHER_DECIDER, Body.of("{}"), "no-decision-pending");
        new Refusals(id, STEP, anApproval()).problem(DECIDER, anApproval(), "already-decided");
    }

    @Test
    void isWithdrawnByItsProposerOnly() {
        var id = proposed(anApproval());
        var tag = get(DECIDER, at(id)).header("ETag");

        given().auth().oauth2(DECIDER).delete(at(id) + STEP).then().statusCode(428);
        given().auth()
                .oauth2(DECIDER)
                .header("If-Match", "\"0\"")
                .delete(at(id) + STEP)
                .then()
                .statusCode(412);
        given().auth()
                .oauth2(OTHER_DECIDER)
                .header("If-Match", tag)
                .delete(at(id) + STEP)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-the-proposer"));
        given().auth()
                .oauth2(DECIDER)
                .header("If-Match", tag)
                .delete(at(id) + STEP)
                .then()
                .statusCode(200)
                .body("status", equalTo("SURVEYED"))
                .body("decisions[0].status", equalTo("WITHDRAWN"));
        confirmed(id).then().statusCode(409);
        post(DECIDER, at(id) + STEP, anApproval()).then().statusCode(200);
    }

    @Test
    void oneOfTwoMeetingsAtTheSameMomentCounts() throws Exception {
        var id = surveyed();

        var statuses = together(
                () -> post(DECIDER, at(id) + STEP, anApproval()).statusCode(),
                () -> post(OTHER_DECIDER, at(id) + STEP, anApproval()).statusCode());

        assertEquals(List.of(200, 409), statuses);
        get(VERIFIER, at(id)).then().body("decisions.size()", equalTo(1));
    }

    @Test
    void oneOfTwoConfirmationsAtTheSameMomentCounts() throws Exception {
        var id = proposed(anApproval());

        var statuses = together(
                () -> confirmed(id).statusCode(),
                () -> post(TestTokens.of("decider", "decider-3"), at(id) + CONFIRMATION, "{}")
                        .statusCode());

        assertEquals(List.of(200, 409), statuses);
        assertEquals(4, outbox.typesOf(id).size());
    }

    private static List<Integer> together(Callable<Integer> one, Callable<Integer> other) throws Exception {
        var start = new CyclicBarrier(2);
        try (var threads = Executors.newFixedThreadPool(2)) {
            var running = Stream.of(one, other)
                    .map(call -> threads.submit(() -> {
                        start.await();
                        return call.call();
                    }))
                    .toList();
            var statuses = new TreeSet<Integer>();
            for (var each : running) {
                statuses.add(each.get());
            }
            return List.copyOf(statuses);
        }
    }
}
