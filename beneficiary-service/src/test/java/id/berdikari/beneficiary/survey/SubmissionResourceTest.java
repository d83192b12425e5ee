package id.berdikari.beneficiary.survey;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aSurvey;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.CaseFixtures.preSurveyed;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.INSTRUMENTS;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.published;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.someAnswers;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.CaseFixtures;
import id.berdikari.beneficiary.OutboxRows;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class SubmissionResourceTest {
    private static final String SURVEYS = "/api/v1/surveys";
    private static final String ELSEWHERE =
            TestTokens.with("surveyor").areas("33.12").sign();

    @Inject
    DataSource database;

    @Inject
    OutboxRows outbox;

    @Test
    void recordsAnswersAboutACaseWithTheirScores() throws SQLException {
        var caseId = nominated();
        var id = post(SURVEYOR, SURVEYS, survey(published(), "NOMINATION", caseId))
                .then()
                .statusCode(201)
                .body("subject.id", equalTo(caseId))
                .body("areaCode", equalTo("33.02.27.1001"))
                .body("surveyor", equalTo("surveyor-1"))
                .body("answers.lantai", equalTo("tanah"))
                .body("answers.nama_kepala", equalTo("Sutinah PLANTED-HEAD"))
                .body("scores[0].total", equalTo(18))
                .body("scores[0].level", equalTo("SANGAT_RENTAN"))
                .extract()
                .<String>path("id");

        get(DECIDER, SURVEYS + "/" + id).then().statusCode(200).body("answers.catatan", equalTo("PLANTED-REMARK"));
        get(TestTokens.of("auditor"), SURVEYS + "/" + id)
                .then()
                .statusCode(200)
                .body("answers.catatan", nullValue())
                .body("answers.lantai", equalTo("tanah"));
        get(ELSEWHERE, SURVEYS + "/" + id).then().statusCode(404);
        assertFalse(outbox.everything().contains("PLANTED-HEAD"));
        assertEquals(0, rowsThatShow("PLANTED-HEAD"));
    }

    @Test
    void listsWhatIsAskedForAndReached() {
        var household = family().<String>path("id");
        post(SURVEYOR, SURVEYS, survey(published(), "HOUSEHOLD", household))
                .then()
                .statusCode(201);
        var path = SURVEYS + "?subjectType=HOUSEHOLD&subjectId=" + household;

        get(SURVEYOR, path + "&areaCode=33").then().statusCode(200).body("items", hasSize(1));
        get(SURVEYOR, path + "&areaCode=12").then().statusCode(200).body("items", hasSize(0));
        get(ELSEWHERE, path).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void knowsASurveyAgainByItsDeviceKey() {
        var survey = survey(published(), "NOMINATION", nominated()).with("/deviceKey", UUID.randomUUID());
        var id =
                post(SURVEYOR, SURVEYS, survey).then().statusCode(201).extract().<String>path("id");

        post(SURVEYOR, SURVEYS, survey).then().statusCode(200).body("id", equalTo(id));
        post(SURVEYOR, SURVEYS, survey.with("/answers/lantai", "keramik"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/survey-differs"));
    }

    @Test
    void isCorrectedAndKeepsWhatStoodThere() throws SQLException {
        var id = post(SURVEYOR, SURVEYS, survey(published(), "NOMINATION", nominated()))
                .then()
                .extract()
                .<String>path("id");
        var path = SURVEYS + "/" + id;
        var correction = Body.of(
                "{\"surveyedOn\": \"2026-01-13\", \"answers\": " + someAnswers().with("/lantai", "keramik") + "}");

        put(VERIFIER, path, null, correction).then().statusCode(428);
        put(VERIFIER, path, tagOf(path), correction.with("/answers/lantai", "marmer"))
                .then()
                .statusCode(400);
        put(VERIFIER, path, tagOf(path), correction)
                .then()
                .statusCode(200)
                .body("answers.lantai", equalTo("keramik"))
                .body("surveyedOn", equalTo("2026-01-13"))
                .body("scores[0].total", equalTo(28));

        assertEquals(
                1,
                count("select count(*) from survey_revision where answers ->> 'lantai' = 'tanah'"
                        + " and submission_id = '" + id + "'"));
    }

    @Test
    void refusesWhatCannotBeASurvey() {
        var instrument = published();
        var survey = survey(instrument, "NOMINATION", nominated());

        refuses(survey.with("/answers/lantai", "marmer"), "/answers/lantai", "choice-unknown");
        refuses(survey.with("/answers/hobi", "catur"), "/answers/hobi", "question-unknown");
        refuses(survey.with("/surveyedOn", "2199-01-01"), "/surveyedOn", "date-in-future");
        refuses(survey.with("/instrumentId", UUID.randomUUID()), "/instrumentId", "instrument-unknown");
        refuses(survey.with("/subject/id", UUID.randomUUID()), "/subject/id", "subject-unknown");
        refuses(survey.with("/subject/type", "HOUSEHOLD"), "/subject/id", "subject-unknown");
        refuses(survey.with("/subject/type", "VILLAGE"), "/subject/type", "not-one-of");
        post(ELSEWHERE, SURVEYS, survey).then().statusCode(400).body("errors[0].rule", equalTo("subject-unknown"));
        post(SURVEYOR, SURVEYS, survey.with("/answers/lantai", "marmer").with("/answers/atap", null))
                .then()
                .body("errors.rule", equalTo(java.util.List.of("answer-required", "choice-unknown")));
    }

    @Test
    void canBeTheEvidenceOfAHomeVisit() {
        var instrument = published();
        var caseId = preSurveyed();
        var visit = CaseFixtures.at(caseId) + "/survey";
        var evidence = post(SURVEYOR, SURVEYS, survey(instrument, "NOMINATION", caseId))
                .path("id");
        var another = post(SURVEYOR, SURVEYS, survey(instrument, "NOMINATION", nominated()))
                .path("id");

        post(SURVEYOR, visit, aSurvey().with("/evidence", another))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/evidence"))
                .body("errors[0].rule", equalTo("survey-of-another"));
        post(SURVEYOR, visit, aSurvey().with("/evidence", evidence))
                .then()
                .statusCode(200)
                .body("status", equalTo("SURVEYED"))
                .body("evidence", equalTo(evidence));
    }

    @Test
    void takesOnlyLateSurveysOfARetiredVersion() {
        var instrument = published();
        post(DECIDER, INSTRUMENTS + "/" + instrument + "/retirement", "").then().statusCode(200);

        post(SURVEYOR, SURVEYS, survey(instrument, "NOMINATION", nominated()))
                .then()
                .statusCode(201);
        get(VERIFIER, INSTRUMENTS + "/" + instrument).then().body("status", equalTo("RETIRED"));
    }

    private static void refuses(Body survey, String pointer, String rule) {
        post(SURVEYOR, SURVEYS, survey)
                .then()
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule));
    }

    private static Body survey(String instrument, String subjectType, String subject) {
        return Body.of("""
                {"instrumentId": "%s", "subject": {"type": "%s", "id": "%s"}, "surveyedOn": "2026-01-12", "answers": %s}""".formatted(instrument, subjectType, subject, someAnswers()));
    }

    private int rowsThatShow(String text) throws SQLException {
        return count("select count(*) from survey_submission s where s::text like '%" + text + "%'");
    }

    private int count(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }
}
