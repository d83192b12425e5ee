package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.aSurvey;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.CaseFixtures.preSurveyed;
import static id.berdikari.beneficiary.CaseFixtures.surveyed;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.OutboxRows;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class SurveyResourceTest {
    private static final String STEP = "/survey";

    @Inject
    OutboxRows outbox;

    @Test
    void recordsWhatTheSurveyorsFound() {
        var id = preSurveyed();

        post(SURVEYOR, at(id) + STEP, aSurvey())
                .then()
                .statusCode(200)
                .body("status", equalTo("SURVEYED"))
                .body("survey.disability.WALK", equalTo(3))
                .body("survey.income.amount", equalTo("450000.00"))
                .body("survey.needs[0].programType", equalTo("MOBILITY_AID"));

        var event = outbox.of(id).getLast();
        assertEquals("beneficiary-surveyed", event.type());
        assertEquals(
                Body.of("{\"caseId\":\"" + id + "\",\"surveyedOn\":\"2026-01-12\"}")
                        .json(),
                event.payload());
    }

    @Test
    void refusesAVisitThatCannotCount() {
        var refusals = new Refusals(preSurveyed(), STEP, aSurvey());

        refusals.field(SURVEYOR, "/visitedOn", "2199-01-01", "/visitedOn", "date-in-future");
        refusals.field(SURVEYOR, "/visitedOn", "2026-01-04", "/visitedOn", "date-before-preceding-step");
        refusals.field(SURVEYOR, "/surveyors", List.of("surveyor-1"), "/surveyors", "too-few-people");
        refusals.field(SURVEYOR, "/surveyors/1", "surveyor-1", "/surveyors/1", "listed-twice");
        refusals.field(SURVEYOR, "/surveyors", List.of("surveyor-2", "surveyor-3"), "/surveyors", "caller-not-listed");
        refusals.field(SURVEYOR, "/surveyors/1", "Budi Santoso", "/surveyors/1", "pattern");
        refusals.field(SURVEYOR, "/dependants", 31, "/dependants", "max");
        refusals.field(SURVEYOR, "/dependants", -1, "/dependants", "min");
        refusals.field(SURVEYOR, "/disability/WALK", null, "/disability", "domains-unanswered");
        refusals.field(SURVEYOR, "/disability/WALK", 5, "/disability/WALK", "max");
        refusals.field(SURVEYOR, "/needs", List.of(), "/needs", "not-empty");
        refusals.field(SURVEYOR, "/needs/0/programType", "GOLD", "/needs/0/programType", "not-one-of");
        refusals.field(SURVEYOR, "/consents/1/purpose", "ASSISTANCE", "/consents/1/purpose", "listed-twice");
        refusals.field(SURVEYOR, "/consents/0/witness", "", "/consents/0/witness", "not-blank");
        refusals.field(SURVEYOR, "/location/latitude", 109.2, "/location/latitude", "max");
    }

    @Test
    void refusesWhatIsNoMoney() {
        var refusals = new Refusals(preSurveyed(), STEP, aSurvey());

        for (var amount : List.of("-1.00", "1.005", "1e3", "abc")) {
            refusals.field(SURVEYOR, "/income/amount", amount, "/income", "not-a-money");
            refusals.field(SURVEYOR, "/needs/0/estimate/amount", amount, "/needs/0/estimate", "not-a-money");
        }
        refusals.field(SURVEYOR, "/income", Map.of("amount", 5, "currency", "IDR"), "/income", "not-a-money");
        refusals.field(SURVEYOR, "/income/currency", "USD", "/income", "not-a-money");
        refusals.field(SURVEYOR, "/needs/0/estimate/amount", "0.00", "/needs/0/estimate", "positive-money");
    }

    @Test
    void comesAfterTheDeskCheckAndOnce() {
        new Refusals(nominated(), STEP, aSurvey()).problem(SURVEYOR, aSurvey(), "not-pre-surveyed-yet");
        new Refusals(surveyed(), STEP, aSurvey()).problem(SURVEYOR, aSurvey(), "already-surveyed");
    }
}
