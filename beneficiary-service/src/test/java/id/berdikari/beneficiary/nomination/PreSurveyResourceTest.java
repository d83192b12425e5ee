package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aPreSurvey;
import static id.berdikari.beneficiary.CaseFixtures.aSurvey;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.CaseFixtures.preSurveyed;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.OutboxRows;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PreSurveyResourceTest {
    private static final String STEP = "/pre-survey";

    @Inject
    OutboxRows outbox;

    @Test
    void letsACaseProceed() {
        var id = nominated();

        post(VERIFIER, at(id) + STEP, aPreSurvey())
                .then()
                .statusCode(200)
                .body("status", equalTo("PRE_SURVEYED"))
                .body("preSurvey.checkedBy", equalTo("verifier-1"));

        assertEquals(List.of("beneficiary-nominated", "beneficiary-pre-surveyed"), outbox.typesOf(id));
    }

    @Test
    void rejectsACase() {
        var id = nominated();

        post(VERIFIER, at(id) + STEP, Body.of("{\"outcome\":\"REJECT\",\"reason\":\"Mampu\"}"))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"));

        var event = outbox.of(id).getLast();
        assertEquals("beneficiary-rejected", event.type());
        assertEquals("PRE_SURVEY", event.payload().get("stage").asText());
        new Refusals(id, "/survey", aSurvey()).problem(SURVEYOR, aSurvey(), "already-decided");
    }

    @Test
    void closesADuplicateOfAnotherCase() {
        var first = nominated();
        var id = nominated();
        var duplicate = Body.of("{\"outcome\":\"DUPLICATE\",\"reason\":\"Orang yang sama\"}");
        var refusals = new Refusals(id, STEP, duplicate);

        refusals.field(VERIFIER, "/duplicateOf", null, "/duplicateOf", "required");
        refusals.field(VERIFIER, "/duplicateOf", id, "/duplicateOf", "no-other-case");
        refusals.field(VERIFIER, "/duplicateOf", UUID.randomUUID(), "/duplicateOf", "no-other-case");
        post(VERIFIER, at(id) + STEP, duplicate.with("/duplicateOf", first))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("preSurvey.duplicateOf", equalTo(first));
    }

    @Test
    void refusesAnIncompleteCheck() {
        var refusals = new Refusals(nominated(), STEP, aPreSurvey());

        refusals.field(VERIFIER, "/criteria/3/met", false, "/criteria/3/met", "criterion-unmet");
        refusals.field(VERIFIER, "/criteria/3/code", "WORKS_NOT_BEGS", "/criteria/3/code", "listed-twice");
        refusals.field(VERIFIER, "/criteria/3/code", "IS_NICE", "/criteria/3/code", "not-one-of");
        refusals.field(VERIFIER, "/criteria", List.of(), "/criteria", "criteria-unanswered");
        refusals.field(VERIFIER, "/reason", "", "/reason", "not-blank");
        refusals.field(VERIFIER, "/duplicateOf", UUID.randomUUID(), "/duplicateOf", "only-for-duplicates");
    }

    @Test
    void namesTheCriteriaThatAreMissing() {
        post(VERIFIER, at(nominated()) + STEP, aPreSurvey().with("/criteria", null))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("WANTS_HELP"));
    }

    @Test
    void checksOnce() {
        new Refusals(preSurveyed(), STEP, aPreSurvey()).problem(VERIFIER, aPreSurvey(), "already-pre-surveyed");
    }
}
