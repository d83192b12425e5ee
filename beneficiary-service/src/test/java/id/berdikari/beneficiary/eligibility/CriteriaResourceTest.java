package id.berdikari.beneficiary.eligibility;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.OTHER_DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aFamily;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.member;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class CriteriaResourceTest {
    private static final String CRITERIA = "/api/v1/eligibility-criteria";
    private static final String SCREENINGS = "/api/v1/screenings/";
    private static final String AUDITOR = TestTokens.of("auditor");
    private static final String ELSEWHERE =
            TestTokens.with("decider").areas("33.12").sign();
    private static final AtomicInteger SERIAL = new AtomicInteger();

    @Inject
    ScreeningDesk desk;

    @Inject
    HouseholdCases cases;

    @Test
    void listsTheFactsThatRulesMayRead() {
        get(SURVEYOR, CRITERIA + "/facts")
                .then()
                .statusCode(200)
                .body("facts.name", hasItem("household.decile"))
                .body("facts.find { it.name == 'head.education' }.codes", equalTo("Education"))
                .body("facts.find { it.name == 'head.age' }.unit", equalTo("years"))
                .body("codes.Sex", contains("FEMALE", "MALE"));
    }

    @Test
    void goesFromDraftToPublicationToRetirement() {
        var body = someCriteria();
        var id = drafted(body);

        refusedAsPublisher(id, DECIDER, "four-eyes-required");
        post(DECIDER, CRITERIA, body).then().statusCode(409).body("type", equalTo("/problems/draft-exists"));
        published(id).body("status", equalTo("PUBLISHED")).body("publishedBy", equalTo("decider-2"));
        put(DECIDER, criteria(id), tagOf(id), body.with("/code", null))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/criteria-published"));

        var next = drafted(body);
        published(next).body("edition", equalTo(2));
        get(AUDITOR, criteria(id)).then().body("status", equalTo("RETIRED"));
        get(
                        AUDITOR,
                        CRITERIA + "?status=PUBLISHED&code="
                                + body.json().get("code").asText())
                .then()
                .body("items.id", contains(next));
        post(DECIDER, criteria(next) + "/retirement", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("RETIRED"));
        refusedAsPublisher(next, OTHER_DECIDER, "criteria-retired");
    }

    @Test
    void changesADraftAndRemembersWhoWroteOnIt() {
        var body = someCriteria();
        var id = drafted(body);
        var changed = body.with("/code", null).with("/minimumScore", 20);

        put(OTHER_DECIDER, criteria(id), null, changed).then().statusCode(428);
        put(OTHER_DECIDER, criteria(id), "\"7\"", changed).then().statusCode(412);
        put(OTHER_DECIDER, criteria(id), tagOf(id), changed)
                .then()
                .statusCode(200)
                .body("minimumScore", equalTo(20))
                .body("drafters", contains("decider-1", "decider-2"));
        refusedAsPublisher(id, OTHER_DECIDER, "four-eyes-required");
    }

    @Test
    void refusesRulesThatDoNotFit() {
        refuses("/rules/0/expression", "household.decil <= 2", "expression-name-unknown");
        refuses("/rules/0/expression", "household.decile <= 'two'", "expression-types-differ");
        refuses("/rules/0/expression", "household.size", "expression-not-a-condition");
        refuses("/rules/1/expression", "head.livelihood == Livelihood.FISHER", "expression-name-unknown");
        refuses("/rules/1/expression", "household.decile == null", "expression-types-differ");
        refuses("/rules/1/expression", " ", "not-blank");
        refuses("/rules/1/code", "POOR", "listed-twice");
        refuses("/rules/1/explanation/en", null, "not-blank");
        refuses("/rules/1/points", 0, "min");
        refuses("/minimumScore", 21, "score-out-of-reach");
        refuses("/rules", List.of(), "not-empty");
        given().auth()
                .oauth2(DECIDER)
                .contentType("application/json")
                .body(someCriteria()
                        .with("/rules/0/expression", "household.size >\n  2 &&")
                        .toString())
                .post(CRITERIA)
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("baris 2, kolom"));
    }

    @Test
    void saysWhatItThinksOfACaseAndWhy() {
        var criteria = drafted(someCriteria());
        var family = family();
        String household = family.path("id");

        evaluated(SURVEYOR, criteria, "householdId", household)
                .statusCode(200)
                .body("outcome", equalTo("MEETS"))
                .body("score", equalTo(20))
                .body("reasons.verdict", contains("TRUE", "TRUE"))
                .body("reasons[1].explanation", equalTo("A member has a disability"));
        evaluated(SURVEYOR, criteria, "personId", member(family, 1))
                .body("householdId", equalTo(household))
                .body("outcome", equalTo("MEETS"));
        evaluated(SURVEYOR, criteria, "personId", registered(aPerson().with("/functioning", null)))
                .body("householdId", nullValue())
                .body("outcome", equalTo("UNKNOWN"))
                .body("score", equalTo(0))
                .body("possibleScore", equalTo(20))
                .body("reasons[0].unknownFacts", contains("household.decile", "household.decileDate"));
    }

    @Test
    void refusesACaseThatIsNotThere() {
        var criteria = drafted(someCriteria());
        String household = family().path("id");

        evaluated(ELSEWHERE, criteria, "householdId", household)
                .statusCode(400)
                .body("errors[0].rule", equalTo("household-unknown"));
        evaluated(VERIFIER, criteria, "personId", UUID.randomUUID().toString())
                .statusCode(400)
                .body("errors[0].rule", equalTo("person-unknown"));
        post(VERIFIER, criteria(criteria) + "/evaluations", "{}")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("household-or-person"));
        evaluated(VERIFIER, UUID.randomUUID().toString(), "householdId", household)
                .statusCode(404);
    }

    @Test
    void advisesOnANominationAndDecidesNothing() {
        var body = someCriteria();
        published(drafted(body));
        var code = body.json().get("code").asText();
        var id = nominated(aNomination().with("/personId", member(family(), 0)).with("/candidate/nik", null));

        get(VERIFIER, at(id) + "/eligibility")
                .then()
                .statusCode(200)
                .body("evaluations.find { it.code == '" + code + "' }.outcome", equalTo("MEETS"));
        get(VERIFIER, at(id)).then().body("status", equalTo("NOMINATED"));
        get(VERIFIER, at(nominated()) + "/eligibility")
                .then()
                .statusCode(200)
                .body("personId", nullValue())
                .body("evaluations", empty());
        get(ELSEWHERE, at(id) + "/eligibility").then().statusCode(404);
    }

    @Test
    void screensTheRegisterAndSimulates() {
        var village = "53.17.01.2001";
        for (var decile : List.of(1, 1, 1, 2, 2, 2, 3, 4)) {
            household(village, decile, decile < 3);
        }
        household(village, null, true);
        household("53.17.02.2002", 2, false);
        var body = someCriteria();
        var before = drafted(body);
        published(before);
        var draft = drafted(
                body.with("/rules/0/expression", "household.decile <= 3").with("/minimumScore", null));
        var screening = screened(draft, "53.17");

        get(AUDITOR, SCREENINGS + screening)
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("comparedWith", equalTo(before))
                .body("judged", equalTo(10))
                .body("expected", equalTo(10));
        get(DECIDER, SCREENINGS + screening + "/tallies?level=VILLAGE")
                .then()
                .statusCode(200)
                .body("whole.meets", equalTo(8))
                .body("whole.fails", equalTo(1))
                .body("whole.unknown", equalTo(1))
                .body("whole.enters", equalTo(5))
                .body("whole.leaves", equalTo(0))
                .body("areas.areaCode", contains(village, "53.17.02.2002"))
                .body("areas.enters", contains(4, 1));
        get(DECIDER, SCREENINGS + screening + "/results?change=ENTERS")
                .then()
                .body("items", hasSize(5))
                .body("items.outcome", everyItem(equalTo("MEETS")))
                .body("items.earlierOutcome", everyItem(equalTo("FAILS")));
        get(ELSEWHERE, SCREENINGS + screening + "/results").then().body("items", empty());

        var ranked = ranked(screening);
        assertEquals(10, ranked.stream().distinct().count());

        simulated(screening, "{\"selection\":{\"outcome\":\"MEETS\"},\"referenceDecile\":2,\"by\":\"VILLAGE\"}")
                .statusCode(200)
                .body("withoutDecile", equalTo(1))
                .body("whole.population", equalTo(9))
                .body("whole.exclusionError.exact", equalTo("0"))
                .body("whole.inclusionError.exact", equalTo("1/8"))
                .body("whole.coverage.exact", equalTo("8/9"))
                .body("whole.eligibleCoverage.exact", equalTo("1"))
                .body("parts.hidden", contains(true, true))
                .body("parts.population", everyItem(nullValue()));
        simulated(screening, "{\"selection\":{\"maxDecile\":1},\"referenceDecile\":2}")
                .body("parts", empty())
                .body("whole.exclusionError.exact", equalTo("4/7"))
                .body("whole.inclusionError", nullValue());
        simulated(screening, "{\"selection\":{},\"referenceDecile\":2}")
                .statusCode(400)
                .body("errors[0].rule", equalTo("selects-nothing"));
        simulated(screening, "{\"selection\":{\"maxDecile\":2},\"referenceDecile\":11}")
                .statusCode(400);
    }

    @Test
    void stopsARuleThatWouldNotEnd() {
        var every =
                "household.assets.all(a, household.assets.all(b, household.assets.all(c, a != b || b != c || a == c)))";
        var endless = drafted(someCriteria().with("/rules/1/expression", every));
        var assets = RegisteredFact.CODES.get("Asset");
        String household = family(
                        aFamily().with("/household/areaCode", "53.15.01.2001").with("/household/assets", assets))
                .path("id");

        evaluated(VERIFIER, endless, "householdId", household)
                .statusCode(422)
                .body("type", equalTo("/problems/expression-too-costly"));
        var screening = screened(endless, "53.15");
        get(VERIFIER, SCREENINGS + screening)
                .then()
                .body("status", equalTo("FAILED"))
                .body("problem", equalTo("expression-too-costly"))
                .body("judged", equalTo(0));
        simulated(screening, "{\"selection\":{\"maxDecile\":1},\"referenceDecile\":2}")
                .statusCode(409)
                .body("type", equalTo("/problems/run-not-done"));
    }

    @Test
    void screensAnEmptyArea() {
        var screening = screened(drafted(someCriteria()), "53.14");

        get(VERIFIER, SCREENINGS + screening).then().body("status", equalTo("DONE"));
        get(VERIFIER, SCREENINGS + screening + "/tallies").then().body("whole.households", equalTo(0));
        simulated(screening, "{\"selection\":{\"maxDecile\":1},\"referenceDecile\":2}")
                .statusCode(200)
                .body("whole.hidden", equalTo(true));
    }

    @Test
    void goesOnAfterTheLastHouseholdOfABatch() {
        var village = "53.16.01.1001";
        for (var i = 0; i < 5; i++) {
            household(village, 1, false);
        }
        var day = LocalDate.of(2026, 1, 20);

        var all = cases.after(null, village, List.of("%"), day, 10);
        var first = cases.after(null, village, List.of("%"), day, 3);
        var rest = cases.after(first.getLast().id(), village, List.of("%"), day, 3);

        assertEquals(5, all.size());
        assertEquals(all, Stream.concat(first.stream(), rest.stream()).toList());
        assertEquals(List.of(), cases.after(null, village, List.of("33.12%"), day, 10));
    }

    @Test
    void forgetsScreeningsAfterAYear() {
        var screening = screened(drafted(someCriteria()), "53.17");
        var today = LocalDate.now(Clock.systemUTC());

        desk.forget(today);
        get(VERIFIER, SCREENINGS + screening).then().statusCode(200);
        desk.forget(today.plusYears(1).plusDays(2));
        get(VERIFIER, SCREENINGS + screening).then().statusCode(404);
    }

    @Test
    void refusesToScreenNoArea() {
        var path = criteria(drafted(someCriteria())) + "/screenings";

        post(VERIFIER, path, "{\"areaCode\":\"%\"}")
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/areaCode"));
        get(VERIFIER, SCREENINGS + UUID.randomUUID()).then().statusCode(404);
    }

    private String screened(String criteria, String area) {
        String id = post(
                        VERIFIER,
                        criteria(criteria) + "/screenings",
                        Body.of("{}").with("/areaCode", area))
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        while (get(VERIFIER, SCREENINGS + id).path("status").equals("RUNNING")) {
            desk.work();
        }
        return id;
    }

    private static List<String> ranked(String screening) {
        var ranked = new ArrayList<String>();
        var scores = new ArrayList<Integer>();
        var path = SCREENINGS + screening + "/results?limit=3";
        @Nullable String next = "";
        while (next != null) {
            var page = get(DECIDER, path + (next.isEmpty() ? "" : "&cursor=" + next));
            ranked.addAll(page.path("items.householdId"));
            scores.addAll(page.path("items.score"));
            next = page.path("next");
        }
        assertEquals(scores.stream().sorted(Comparator.reverseOrder()).toList(), scores);
        return ranked;
    }

    private static ValidatableResponse simulated(String screening, String body) {
        return post(AUDITOR, SCREENINGS + screening + "/simulation", body).then();
    }

    private static void household(String village, @Nullable Integer decile, boolean isDisabled) {
        var functioning = Map.of("SEE", 1, "HEAR", 1, "WALK", isDisabled ? 3 : 1, "REM", 1, "CARE", 1, "COMM", 1);
        var head = Body.of("{\"relation\": \"HEAD\"}")
                .with("/person", aPerson().with("/functioning", functioning).json());
        family(aFamily()
                .with("/household/areaCode", village)
                .with("/household/dtsen", decile == null ? null : Map.of("decile", decile, "date", "2025-12-31"))
                .with("/members", List.of(head.json())));
    }

    private static Body someCriteria() {
        return Body.of("""
                {"title": {"id": "Alat bantu jalan", "en": "Walking aid"},
                 "purpose": {"id": "Siapa didahulukan", "en": "Who comes first"},
                 "minimumScore": 20,
                 "rules": [
                   {"code": "POOR", "expression": "household.decile <= 1 && household.decileDate <= today",
                    "explanation": {"id": "Desil terendah", "en": "The lowest decile"}},
                   {"code": "DISABILITY", "expression": "household.hasDisabledMember", "points": 20,
                    "explanation": {"id": "Ada anggota penyandang disabilitas", "en": "A member has a disability"}}]}""").with("/code", "TEST_" + SERIAL.incrementAndGet());
    }

    private static String drafted(Body body) {
        return post(DECIDER, CRITERIA, body).then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse published(String id) {
        return post(OTHER_DECIDER, criteria(id) + "/publication", "{}").then().statusCode(200);
    }

    private static void refusedAsPublisher(String id, String token, String problem) {
        post(token, criteria(id) + "/publication", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/" + problem));
    }

    private static void refuses(String pointer, @Nullable Object value, String rule) {
        post(DECIDER, CRITERIA, someCriteria().with(pointer, value))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", not(equalTo(rule)));
    }

    private static ValidatableResponse evaluated(String token, String criteria, String field, String value) {
        return post(token, criteria(criteria) + "/evaluations", Body.of("{}").with("/" + field, value))
                .then();
    }

    private static String criteria(String id) {
        return CRITERIA + "/" + id;
    }

    private static String tagOf(String id) {
        return get(DECIDER, criteria(id)).header("ETag");
    }
}
