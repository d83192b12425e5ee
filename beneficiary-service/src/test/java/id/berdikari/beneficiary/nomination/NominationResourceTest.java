package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.NOMINATIONS;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.anApproval;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.CaseFixtures.proposed;
import static id.berdikari.beneficiary.CaseFixtures.surveyed;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.OutboxRows;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class NominationResourceTest {
    @Inject
    OutboxRows outbox;

    @Test
    void opensACaseAndTellsOfIt() {
        var answer = post(SURVEYOR, NOMINATIONS, aNomination());

        answer.then().statusCode(201).body("status", equalTo("NOMINATED")).header("Location", notNullValue());
        var id = answer.<String>path("id");
        var rows = outbox.of(id);
        assertEquals(List.of("beneficiary-nominated"), outbox.typesOf(id));
        assertEquals(
                Body.of("{\"caseId\":\"" + id + "\",\"districtCode\":\"33.02.27\",\"nominatedOn\":\"2026-01-05\"}")
                        .json(),
                rows.getFirst().payload());
        get(VERIFIER, answer.header("Location"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("source", equalTo("STAFF"))
                .body("candidate.nik", equalTo("3302••••••••0001"))
                .body("candidate.nikWarnings", empty())
                .body("candidate.phone", equalTo("+6281234567890"))
                .body("nominator.phone", equalTo("+6281298765432"));
    }

    @Test
    void isOfTodayUnlessSaidOtherwise() {
        var id = nominated(aNomination().with("/nominatedOn", null));

        var today = LocalDate.now(ZoneId.of("Asia/Jakarta"));
        get(VERIFIER, at(id)).then().body("nominatedOn", equalTo(today.toString()));
    }

    @Test
    void warnsOfANationalIdThatDiffersAndOfOtherCasesWithIt() {
        var nik = "3302275403580077";
        var first = nominated(aNomination().with("/candidate/nik", nik));

        var second = nominated(aNomination().with("/candidate/nik", nik).with("/candidate/birthDate", "1959-03-14"));

        get(VERIFIER, at(second))
                .then()
                .body("candidate.nikWarnings", equalTo(List.of("BIRTH_DATE_DIFFERS")))
                .body("possibleDuplicates", equalTo(List.of(first)));
    }

    @ParameterizedTest
    @CsvSource({
        "/candidate/areaCode, 99.99.99, /candidate/areaCode, area-unknown",
        "/candidate/areaCode, 33.02, /candidate/areaCode, area-too-wide",
        "/candidate/nik, 3302273203580001, /candidate/nik, nik-impossible-date",
        "/candidate/nik, 33022732, /candidate/nik, nik-not-16-digits",
        "/candidate/phone, 12, /candidate/phone, phone-invalid",
        "/nominator/phone, 12, /nominator/phone, phone-invalid",
        "/candidate/birthDate, 2199-01-01, /candidate/birthDate, date-in-future",
        "/nominatedOn, 2199-01-01, /nominatedOn, date-in-future",
        "/candidate/sex, OTHER, /candidate/sex, not-one-of",
        "/candidate/birthDate, 14-03-1958, /candidate/birthDate, not-a-local-date",
        "/candidate/fullName, '', /candidate/fullName, not-blank",
        "/candidate/fullName, , /candidate/fullName, not-blank",
        "/candidate/address, , /candidate/address, not-blank",
        "/nominator, , /nominator, not-null",
        "/livelihood, , /livelihood, not-blank",
        "/status, APPROVED, /status, unknown-field",
        "/candidate/povertyScore, 1, /candidate/povertyScore, unknown-field"
    })
    void refusesBadFields(String pointer, String value, String refusedPointer, String rule) {
        post(SURVEYOR, NOMINATIONS, aNomination().with(pointer, value))
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].pointer", equalTo(refusedPointer))
                .body("errors[0].rule", equalTo(rule));
    }

    @Test
    void refusesInTheReadersLanguageWithoutRepeatingTheValue() {
        var body = aNomination().with("/candidate/nik", "3302273203580001");

        given().auth()
                .oauth2(SURVEYOR)
                .contentType(ContentType.JSON)
                .body(body.toString())
                .post(NOMINATIONS)
                .then()
                .statusCode(400)
                .body("title", equalTo("Permintaan melanggar aturan"))
                .body("errors[0].detail", equalTo("Tanggal lahirnya tidak ada"))
                .body(not(containsString("3302273203580001")));
        post(SURVEYOR, NOMINATIONS, body).then().body("errors[0].detail", equalTo("Its date of birth does not exist"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "null"})
    void refusesWhatIsNoBody(String body) {
        post(SURVEYOR, NOMINATIONS, body).then().statusCode(400);
    }

    @Test
    void refusesAHugeBody() {
        post(SURVEYOR, NOMINATIONS, " ".repeat(20_000_000)).then().statusCode(413);
    }

    @Test
    void keepsStaffToTheirAreas() {
        var id = nominated();
        var elsewhere = TestTokens.with("verifier").areas("33.12", "33.0").sign();
        var nowhere = TestTokens.with("verifier").without("areas").sign();
        var there = TestTokens.with("verifier").areas("33.02.27").sign();

        get(elsewhere, at(id)).then().statusCode(404);
        get(nowhere, at(id)).then().statusCode(404);
        get(there, at(id)).then().statusCode(200);
        get(nowhere, NOMINATIONS).then().body("items", empty());
        get(there, NOMINATIONS + "?limit=200").then().body("items.id", hasItem(id));
        post(elsewhere, at(id) + "/pre-survey", Body.of("{\"outcome\":\"REJECT\",\"reason\":\"x\"}"))
                .then()
                .statusCode(404);
        post(TestTokens.with("surveyor").areas("33.12").sign(), NOMINATIONS, aNomination())
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("area-out-of-reach"));
    }

    @Test
    void keepsPartnersToWhatTheySent() {
        var harapan = TestTokens.with("partner").organisation("lks-harapan").sign();
        var other = TestTokens.with("partner").organisation("lks-lain").sign();
        var staffs = nominated();

        var id = post(harapan, NOMINATIONS, aNomination())
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        get(harapan, at(id))
                .then()
                .statusCode(200)
                .body("source", equalTo("PARTNER"))
                .body("organisation", equalTo("lks-harapan"))
                .body("candidate.fullName", equalTo("Sutinah Wiryapernata"));
        get(other, at(id)).then().statusCode(404);
        get(harapan, at(staffs)).then().statusCode(404);
        get(harapan, NOMINATIONS).then().body("items.organisation", everyItem(equalTo("lks-harapan")));
        get(other, NOMINATIONS).then().body("items", empty());
        get(TestTokens.of("partner"), NOMINATIONS).then().body("items", empty());
        post(TestTokens.of("partner"), NOMINATIONS, aNomination())
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/organisation-missing"));
    }

    @Test
    void showsAuditorsTheStepsButNotThePerson() {
        var id = surveyed();

        get(TestTokens.of("auditor"), at(id))
                .then()
                .statusCode(200)
                .body("preSurvey.outcome", equalTo("PROCEED"))
                .body("survey.disability.WALK", equalTo(3))
                .body("survey.location", nullValue())
                .body("candidate", nullValue())
                .body("nominator", nullValue());
    }

    @Test
    void listsByStatusAreaAndSourcePageByPage() {
        var area = "33.12.01";
        var expected = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            expected.add(nominated(aNomination().with("/candidate/areaCode", area)));
        }
        nominated();

        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = given().auth()
                    .oauth2(VERIFIER)
                    .queryParam("areaCode", area)
                    .queryParam("status", "NOMINATED")
                    .queryParam("source", "STAFF")
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(NOMINATIONS)
                    .then()
                    .statusCode(200)
                    .body("items[0]", not(hasKey("candidate")))
                    .extract();
            found.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(5, found.size());
        assertEquals(expected, new HashSet<>(found));
        get(VERIFIER, NOMINATIONS + "?areaCode=33%25").then().statusCode(400);
        get(VERIFIER, NOMINATIONS + "?status=LOST").then().statusCode(400);
    }

    @Test
    void correctsACandidateThatTheClientHasSeen() {
        var id = nominated();
        var tag = get(VERIFIER, at(id)).header("ETag");
        var corrected = new Body(aNomination().json().get("candidate")).with("/fullName", "Sutinem");

        put(id, null, corrected).then().statusCode(428);
        put(id, "\"99\"", corrected).then().statusCode(412);
        put(id, tag, corrected.with("/areaCode", "99"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/areaCode"));
        put(id, tag, corrected).then().statusCode(200).body("candidate.fullName", equalTo("Sutinem"));
        put(id, tag, corrected).then().statusCode(412);
        get(VERIFIER, at(id)).then().header("ETag", not(equalTo(tag)));
    }

    @Test
    void correctsNoCandidateWhileADecisionIsPending() {
        var id = proposed(anApproval());

        put(id, "*", new Body(aNomination().json().get("candidate")))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/decision-pending"));
    }

    @Test
    void opensTheNationalIdForAReasonOnly() {
        var id = nominated();

        get(VERIFIER, at(id) + "/national-id").then().statusCode(400);
        get(VERIFIER, at(id) + "/national-id?reason=curious").then().statusCode(400);
        get(VERIFIER, at(id) + "/national-id?reason=DUPLICATE_CHECK")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("nik", equalTo("3302275403580001"));
        get(VERIFIER, at(nominated(aNomination().with("/candidate/nik", null))) + "/national-id?reason=CORRECTION")
                .then()
                .statusCode(404);
    }

    @Test
    void knowsNoOtherCases() {
        get(VERIFIER, at(UUID.randomUUID().toString()))
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        get(VERIFIER, at("not-an-id")).then().statusCode(404);
    }

    private static Response put(String id, @Nullable String ifMatch, Body body) {
        var request =
                given().auth().oauth2(VERIFIER).contentType(ContentType.JSON).body(body.toString());
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put(at(id) + "/candidate");
    }
}
