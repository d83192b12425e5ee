package id.berdikari.beneficiary.measurement;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.readyMade;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.someAnswers;
import static id.berdikari.beneficiary.measurement.MeasurementFixtures.SETS;
import static id.berdikari.beneficiary.measurement.MeasurementFixtures.SURVEYS;
import static id.berdikari.beneficiary.measurement.MeasurementFixtures.asking;
import static id.berdikari.beneficiary.measurement.MeasurementFixtures.fiveDimensions;
import static id.berdikari.beneficiary.measurement.MeasurementFixtures.globalMpi;
import static id.berdikari.beneficiary.measurement.MeasurementFixtures.ofNothingDeprived;
import static id.berdikari.beneficiary.registry.RegistryFixtures.PERSONS;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.member;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PovertyMeasurementTest {
    private static final String DAY = "2026-01-12";
    private static final String AUDITOR = TestTokens.of("auditor");
    private static final String ELSEWHERE =
            TestTokens.with("verifier").areas("33.12").sign();

    @Inject
    DimensionDesk desk;

    @Test
    void goesFromDraftToPublicationToRetirement() {
        var fixtures = asking("rumah-tangga-5x2");
        var body = fixtures.body("indonesia-5x2");
        var id = post(VERIFIER, SETS, body).then().statusCode(201).extract().<String>path("id");
        var both = TestTokens.with("verifier", "decider").subject("verifier-1").sign();

        post(both, SETS + "/" + id + "/publication", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/four-eyes-required"));
        refused(post(VERIFIER, SETS, body), "dimension-set-draft-exists");
        put(
                        VERIFIER,
                        SETS + "/" + id,
                        tagOf(SETS + "/" + id),
                        body.with("/code", null).with("/cutoff", "2/5"))
                .then()
                .statusCode(200)
                .body("cutoff", equalTo("2/5"))
                .body("instrument.code", equalTo(fixtures.instrument()))
                .body("instrument.number", equalTo(1));
        post(DECIDER, SETS + "/" + id + "/publication", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("PUBLISHED"))
                .body("publishedBy", equalTo("decider-1"))
                .body("measuring.expected", equalTo(0));
        refused(
                put(VERIFIER, SETS + "/" + id, tagOf(SETS + "/" + id), body.with("/code", null)),
                "dimension-set-published");

        post(VERIFIER, SETS, body).then().statusCode(201).body("number", equalTo(2));
        get(AUDITOR, SETS + "?status=PUBLISHED&code=" + fixtures.set()).then().body("items.id", contains(id));
        post(DECIDER, SETS + "/" + id + "/retirement", "{}").then().statusCode(200);
        refused(post(DECIDER, SETS + "/" + id + "/retirement", "{}"), "dimension-set-not-published");
        refused(post(DECIDER, SETS + "/" + id + "/measuring", "{}"), "dimension-set-not-published");
    }

    @Test
    void refusesASetThatDoesNotFitItsQuestionnaire() {
        var fixtures = asking("rumah-tangga-5x2");
        var body = fixtures.body("indonesia-5x2");

        refusesField(body.with("/instrument/number", 2), "/instrument", "instrument-unknown");
        refusesField(
                        body.with("/indicators/2/condition", "lama_sekolah < 'smp'"),
                        "/indicators/2/condition",
                        "expression-types-differ")
                .body("errors[0].detail", equalTo("Does not fit the types of its values: look at line 1, column 14"));
        refusesField(body.with("/indicators/2/weight", "0.3333"), "/indicators", "weights-not-one");
        refusesField(body.with("/cutoff", "4/3"), "/cutoff", "above-zero-up-to-one");
    }

    @Test
    void measuresAHouseholdAndItsMembersWithEachSurvey() {
        var fixtures = fiveDimensions();
        var family = family();
        fixtures.survey(family.path("id"), someAnswers().with("/pengeluaran_sebulan", 1_500_000), DAY);

        measurementsOf(family)
                .body("items", hasSize(1))
                .body("items[0].instrument.code", equalTo(fixtures.instrument()))
                .body("items[0].instrument.number", equalTo(1))
                .body("items[0].dimensionSet.code", equalTo(fixtures.set()))
                .body("items[0].measuredOn", equalTo("2026-01-12"))
                .body("items[0].membersOn", equalTo("2026-01-12"))
                .body("items[0].size", equalTo(3))
                .body("items[0].score.exact", equalTo("4/5"))
                .body("items[0].score.decimal", equalTo("0.8"))
                .body("items[0].poor", equalTo(true))
                .body("items[0].deprivations", hasSize(8))
                .body(
                        "items[0].deprivations[0].title",
                        equalTo("In the last month somebody was too ill for daily work"))
                .body("items[0].unknown", hasSize(0))
                .body("items[0].expenditurePerHead.exact", equalTo("500000"))
                .body("items[0].line.amount", equalTo("641443.00"))
                .body("items[0].poorByLine", equalTo(true))
                .body("items[0].gap.exact", equalTo("141443/641443"))
                .body("items[0].supersededAt", nullValue());
        get(AUDITOR, PERSONS + "/" + member(family, 0) + "/poverty-measurements")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].sex", equalTo("FEMALE"))
                .body("items[0].age", equalTo(67))
                .body("items[0].disabled", equalTo(true))
                .body("items[0].household.score.exact", equalTo("4/5"));
        get(ELSEWHERE, at(family)).then().statusCode(404);
        get(ELSEWHERE, PERSONS + "/" + member(family, 0) + "/poverty-measurements")
                .then()
                .statusCode(404);
    }

    @Test
    void measuresAnewWhatIsCorrected() {
        var fixtures = asking("rumah-tangga-5x2");
        var id = fixtures.publish("indonesia-5x2");
        var family = family();
        var survey = fixtures.survey(family.path("id"), someAnswers(), DAY);
        var better = someAnswers()
                .with("/lantai", "keramik")
                .with("/luas_lantai", 90)
                .with("/dinding", "tembok");

        put(
                        VERIFIER,
                        survey,
                        tagOf(survey),
                        Body.of("{\"surveyedOn\": \"2026-01-13\"}").with("/answers", better.json()))
                .then()
                .statusCode(200);
        measurementsOf(family)
                .body("items.score.exact", contains("3/5", "4/5"))
                .body("items[0].measuredOn", equalTo("2026-01-13"))
                .body("items[0].supersededAt", nullValue())
                .body("items[1].supersededAt", notNullValue());

        finish();
        post(DECIDER, SETS + "/" + id + "/measuring", "{}")
                .then()
                .statusCode(202)
                .body("measuring.expected", equalTo(1))
                .body("measuring.endedAt", nullValue());
        refused(post(DECIDER, SETS + "/" + id + "/measuring", "{}"), "measuring-already");
        finish();
        get(VERIFIER, SETS + "/" + id)
                .then()
                .body("measuring.measured", equalTo(1))
                .body("measuring.endedAt", notNullValue());
        measurementsOf(family).body("items", hasSize(2));
    }

    @Test
    void measuresWhatWasSurveyedBeforeASetWasPublished() {
        var fixtures = asking("rumah-tangga-5x2");
        var family = family();
        fixtures.survey(family.path("id"), someAnswers(), DAY);
        measurementsOf(family).body("items", hasSize(0));

        fixtures.publish("indonesia-5x2");
        finish();
        measurementsOf(family).body("items.poor", contains(true));
    }

    @Test
    void doesNotMeasureByWhatIsUnknown() {
        var fixtures = globalMpi();
        var family = family();
        var answers = ofNothingDeprived();
        fixtures.survey(family.path("id"), answers, DAY);
        fixtures.survey(family.path("id"), answers.with("/kurang_gizi", "ya").with("/anak_meninggal", "ya"), DAY);
        fixtures.survey(family.path("id"), answers.with("/kurang_gizi", "ya").with("/anak_meninggal", null), DAY);

        measurementsOf(family)
                .body("items.unknown.code", contains(List.of("CHILD_MORTALITY"), List.of(), List.of()))
                .body("items[0].score", nullValue())
                .body("items[0].poor", nullValue())
                .body("items[0].deprivations.code", contains("NUTRITION"))
                .body("items[0].poorByLine", nullValue())
                .body("items[0].expenditurePerHead", nullValue())
                .body("items[1].score.exact", equalTo("1/3"))
                .body("items[1].poor", equalTo(true))
                .body("items[2].score.exact", equalTo("0"))
                .body("items[2].poor", equalTo(false));
    }

    @Test
    void countsWhoLivedThereAndWasAliveOnTheDay() {
        var fixtures = fiveDimensions();
        var family = family();
        post(VERIFIER, PERSONS + "/" + member(family, 0) + "/death", "{\"diedOn\": \"2026-01-12\"}")
                .then()
                .statusCode(200);
        fixtures.survey(family.path("id"), someAnswers(), DAY);
        fixtures.survey(family.path("id"), someAnswers(), "2026-01-11");
        fixtures.survey(family.path("id"), someAnswers(), "2024-12-24");

        measurementsOf(family)
                .body("items.size", contains(3, 3, 2))
                .body("items.membersOn", contains("2025-01-10", "2026-01-11", "2026-01-12"))
                .body("items[0].line", nullValue())
                .body("items[1].line.amount", equalTo("641443.00"));
        get(VERIFIER, PERSONS + "/" + member(family, 0) + "/poverty-measurements")
                .then()
                .body("items.age", contains(66, 67));
    }

    @Test
    void measuresWhatIsImportedAndEditedThere() {
        var fixtures = globalMpi();
        var family = family();
        var submission =
                Body.of("""
                        {"__system": {"submissionDate": "2026-01-12T03:00:00.000Z", "submitterName": "enumerator1", "edits": 0}}""").with("/__id", "uuid:" + UUID.randomUUID()).with("/rumah_tangga", family.path("id"));

        imported(fixtures, submission, ofNothingDeprived()).body("imported", equalTo(1));
        imported(fixtures, submission, ofNothingDeprived()).body("unchanged", equalTo(1));
        imported(
                        fixtures,
                        submission.with("/__system/edits", 1),
                        ofNothingDeprived().with("/listrik", "tidak"))
                .body("changed", equalTo(1));
        measurementsOf(family)
                .body("items.score.exact", contains("1/18", "0"))
                .body("items[1].supersededAt", notNullValue());
    }

    @Test
    void keepsWhatWasFoundOfTwoRecordsOfOnePerson() {
        var fixtures = fiveDimensions();
        var family = family();
        fixtures.survey(family.path("id"), someAnswers(), DAY);
        var survivor =
                registered(Body.of("{\"fullName\": \"Partiyem Wagiran\", \"birthYear\": 1988, \"sex\": \"FEMALE\"}"));
        var question = post(
                        VERIFIER,
                        "/api/v1/duplicates",
                        Body.of("{}").with("/personId", survivor).with("/otherPersonId", member(family, 2)))
                .<String>path("id");
        post(
                        VERIFIER,
                        "/api/v1/duplicates/" + question + "/merge",
                        Body.of("{\"fromOther\": []}").with("/survivorId", survivor))
                .then()
                .statusCode(200);

        get(VERIFIER, PERSONS + "/" + survivor + "/poverty-measurements")
                .then()
                .body("items.household.size", contains(3))
                .body("items.age", contains(38));
        fixtures.survey(family.path("id"), someAnswers(), DAY);
        measurementsOf(family).body("items.size", contains(2, 3));
    }

    private static ValidatableResponse imported(MeasurementFixtures fixtures, Body submission, Body answers) {
        var whole = submission;
        for (var question : readyMade("rumah-tangga-mpi").json().at("/definition/questions")) {
            var name = question.path("name").textValue();
            var group = question.path("group").asText("");
            var answer = answers.json().get(name);
            if (answer != null && !group.isEmpty() && !whole.json().has(group)) {
                whole = whole.with("/" + group, Map.of());
            }
            if (answer != null) {
                whole = whole.with((group.isEmpty() ? "/" : "/" + group + "/") + name, asOdkDelivers(answer));
            }
        }
        return post(
                        VERIFIER,
                        SURVEYS
                                + "/imports?format=ODK_JSON&subjectType=HOUSEHOLD&subjectField=rumah_tangga&instrumentId="
                                + fixtures.questionnaire(),
                        Body.of("{}").with("/value", List.of(whole.json())))
                .then()
                .statusCode(200);
    }

    private static Object asOdkDelivers(JsonNode answer) {
        if (answer.isBoolean()) {
            return "OK";
        }
        var selected = new ArrayList<String>();
        answer.forEach(each -> selected.add(each.textValue()));
        return answer.isArray() ? String.join(" ", selected) : answer;
    }

    private void finish() {
        var isWorking = true;
        while (isWorking) {
            isWorking = desk.work();
        }
    }

    private static String at(Response family) {
        return "/api/v1/households/" + family.path("id") + "/poverty-measurements";
    }

    private static ValidatableResponse measurementsOf(Response family) {
        return get(VERIFIER, at(family)).then().statusCode(200);
    }

    private static void refused(Response response, String problem) {
        response.then().statusCode(409).body("type", equalTo("/problems/" + problem));
    }

    private static ValidatableResponse refusesField(Body body, String pointer, String rule) {
        return post(VERIFIER, SETS, body)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule));
    }
}
