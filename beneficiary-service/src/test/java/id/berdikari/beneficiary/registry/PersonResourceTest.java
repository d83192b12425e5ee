package id.berdikari.beneficiary.registry;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.AUDITOR;
import static id.berdikari.beneficiary.registry.RegistryFixtures.ELSEWHERE;
import static id.berdikari.beneficiary.registry.RegistryFixtures.PERSONS;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aNationalId;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aSon;
import static id.berdikari.beneficiary.registry.RegistryFixtures.person;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registration;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PersonResourceTest {

    @Inject
    DataSource database;

    @Test
    void registersSomebodyAndTellsWhatLooksWrong() {
        var odd = aPerson().with("/birthDate", "1958-03-15").with("/sex", "MALE");

        var answer = post(SURVEYOR, PERSONS, registration(odd));

        answer.then()
                .statusCode(201)
                .body("status", equalTo("ALIVE"))
                .body("areaCode", equalTo("33.02.27.1001"))
                .body("identity.fullName", equalTo("Sutinah Wiryapernata"))
                .body("identity.nik", startsWith("3302••••••••"))
                .body("birthYear", equalTo(1958))
                .body("disabled", equalTo(true))
                .body("householdId", nullValue())
                .body("warnings", containsInAnyOrder("NIK_BIRTH_DATE_DIFFERS", "NIK_SEX_DIFFERS"))
                .body("since", equalTo("2025-01-10"))
                .body("recordedBy", equalTo("surveyor-1"));
        assertEquals(person(answer.path("id")), answer.header("Location").replaceFirst("^https?://[^/]+", ""));
        get(DECIDER, person(answer.path("id"))).then().statusCode(200).header("ETag", equalTo("\"0\""));
    }

    @Test
    void takesAYearWhereNoBirthDateIsKnownAndNoAnswersWhereNobodyAsked() {
        var id = registered(aSon());

        get(VERIFIER, person(id))
                .then()
                .body("identity.birthDate", nullValue())
                .body("birthYear", equalTo(1985))
                .body("functioning", nullValue())
                .body("disabled", nullValue())
                .body("warnings", empty());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /person/nik           | 330227540358000         | /person/nik                 | nik-not-16-digits
            /person/nik           | 3302277203580001        | /person/nik                 | nik-impossible-date
            /person/phone         | 12                      | /person/phone               | phone-invalid
            /person/birthDate     | 2958-03-14              | /person/birthDate           | date-in-future
            /person/birthDate     |                         | /person/birthDate           | birth-date-or-year
            /person/birthYear     | #1958                   | /person/birthDate           | birth-date-or-year
            /person/sex           | OTHER                   | /person/sex                 | not-one-of
            /person/sex           |                         | /person/sex                 | not-null
            /person/fullName      |                         | /person/fullName            | not-blank
            /person/education     | DOCTOR                  | /person/education           | not-one-of
            /person/functioning/SEE |                       | /person/functioning         | domains-unanswered
            /person/functioning/SEE | #5                    | /person/functioning/SEE     | max
            /person/functioning/SEE | #0                    | /person/functioning/SEE     | min
            /person/povertyScore  | #9                      | /person/povertyScore        | unknown-field
            /areaCode             | 33.02.99                | /areaCode                   | area-unknown
            /areaCode             | 33.02                   | /areaCode                   | area-too-wide
            /since                | 2999-01-01              | /since                      | date-in-future
            """)
    void refusesWhatCannotBe(String pointer, @Nullable String value, String refusedAt, String rule) {
        var typed = value != null && value.startsWith("#") ? Integer.valueOf(value.substring(1)) : value;

        var answer = post(SURVEYOR, PERSONS, registration(aPerson()).with(pointer, typed));

        answer.then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].pointer", equalTo(refusedAt))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", not(equalTo(rule)));
    }

    @Test
    void refusesANikTwiceWithoutTellingWhose() {
        var first = aPerson();
        var id = registered(first);
        var nik = first.json().get("nik").asText();

        var answer = post(SURVEYOR, PERSONS, registration(aSon().with("/nik", nik)));

        answer.then().statusCode(409).body("type", equalTo("/problems/nik-already-registered"));
        assertFalse(answer.asString().contains(nik)
                || answer.asString().contains(id)
                || answer.asString().contains("Sutinah"));
        var other = registered(aSon());
        put(
                        VERIFIER,
                        person(other),
                        "*",
                        Body.of("{}").with("/person", aSon().with("/nik", nik).json()))
                .then()
                .statusCode(409);
    }

    @Test
    void keepsWhatStoodThereBeforeAndShowsItAsOfADay() {
        var body = aPerson();
        var id = registered(body);
        var learnt = Body.of("{\"since\": \"2025-06-01\"}")
                .with("/person", body.with("/education", "PRIMARY").json());
        put(VERIFIER, person(id), tagOf(person(id)), learnt).then().statusCode(200);
        var misspelt = Body.of("{}")
                .with(
                        "/person",
                        body.with("/education", "PRIMARY")
                                .with("/fullName", "Sutinem")
                                .json());

        put(VERIFIER, person(id), tagOf(person(id)), misspelt)
                .then()
                .statusCode(200)
                .body("identity.fullName", equalTo("Sutinem"))
                .body("since", equalTo("2025-06-01"))
                .body("recordedBy", equalTo("verifier-1"));

        asOf(id, "2025-05-31").body("education", equalTo("PRIMARY_UNFINISHED")).body("since", equalTo("2025-01-10"));
        asOf(id, "2025-06-01").body("education", equalTo("PRIMARY")).body("identity.fullName", equalTo("Sutinem"));
        get(VERIFIER, person(id) + "?asOf=2025-01-09").then().statusCode(404);
        get(VERIFIER, person(id) + "?asOf=2999-01-01").then().statusCode(400);
        get(VERIFIER, person(id) + "?asOf=yesterday").then().statusCode(400);
        get(VERIFIER, person(id) + "/history")
                .then()
                .body("versions.changed", equalTo(List.of(List.of("fullName"), List.of("education"), List.of())))
                .body("versions.recordedBy", equalTo(List.of("verifier-1", "verifier-1", "surveyor-1")))
                .body(
                        "versions.identity.fullName",
                        equalTo(List.of("Sutinem", "Sutinah Wiryapernata", "Sutinah Wiryapernata")));
    }

    @Test
    void changesOnlyWhatTheClientHasSeen() {
        var id = registered(aPerson());
        var tag = tagOf(person(id));
        var body = Body.of("{}").with("/person", aPerson().json());

        put(VERIFIER, person(id), null, body).then().statusCode(428);
        put(VERIFIER, person(id), "\"99\"", body).then().statusCode(412);
        put(VERIFIER, person(id), tag, body.with("/since", "2024-01-01"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("date-before-preceding-step"));
        put(VERIFIER, person(id), tag, body).then().statusCode(200);
        put(VERIFIER, person(id), tag, body).then().statusCode(412);
        put(SURVEYOR, person(id), "*", body).then().statusCode(403);
    }

    @Test
    void showsAuditorsTheFactsButNotThePerson() {
        var id = registered(aPerson());

        get(AUDITOR, person(id))
                .then()
                .statusCode(200)
                .body("identity", nullValue())
                .body("birthYear", equalTo(1958))
                .body("disabled", equalTo(true));
        get(AUDITOR, person(id) + "/history").then().body("versions[0].identity", nullValue());
        get(AUDITOR, PERSONS).then().body("items.fullName", everyItem(nullValue()));
    }

    @Test
    void keepsEachCallerToTheirAreas() {
        var id = registered(aPerson());

        get(ELSEWHERE, person(id)).then().statusCode(404);
        get(ELSEWHERE, person(id) + "/history").then().statusCode(404);
        get(ELSEWHERE, person(id) + "/national-id?reason=CORRECTION").then().statusCode(404);
        put(ELSEWHERE, person(id), "*", Body.of("{}").with("/person", aPerson().json()))
                .then()
                .statusCode(404);
        post(ELSEWHERE, person(id) + "/death", "{\"diedOn\":\"2026-01-01\"}")
                .then()
                .statusCode(404);
        get(ELSEWHERE, PERSONS).then().body("items.id", not(hasItem(id)));
        post(ELSEWHERE, PERSONS, registration(aPerson()))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("area-out-of-reach"));
        get(VERIFIER, person(UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void opensTheNationalIdForAReasonOnlyAndRemembersIt() throws Exception {
        var body = aPerson();
        var id = registered(body);

        get(VERIFIER, person(id) + "/national-id").then().statusCode(400);
        get(VERIFIER, person(id) + "/national-id?reason=curious").then().statusCode(400);
        get(VERIFIER, person(id) + "/national-id?reason=DUPLICATE_CHECK")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("nik", equalTo(body.json().get("nik").asText()));
        get(VERIFIER, person(registered(aSon())) + "/national-id?reason=CORRECTION")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/no-nik-known"));
        assertEquals(
                1,
                count(
                        "select count(*) from audit_entry where object_id = ? and action = 'read-national-id'"
                                + " and reason = 'DUPLICATE_CHECK' and actor = 'verifier-1'",
                        id));
    }

    @Test
    void restsSealed() throws Exception {
        var body = aPerson();
        var id = registered(body);
        put(
                        VERIFIER,
                        person(id),
                        "*",
                        Body.of("{}")
                                .with(
                                        "/person",
                                        body.with("/fullName", "Sutinem").json()))
                .then()
                .statusCode(200);

        assertEquals(
                0,
                count(
                        "select count(*) from (select p::text as row from person p union all"
                                + " select r::text from person_revision r union all select a::text from audit_entry a) everything"
                                + " where row like '%Sutine%' or row like '%Wiryapernata%' or row like '%' || ? || '%'",
                        body.json().get("nik").asText()));
        assertEquals(1, count("select count(*) from person_revision where person_id = ?::uuid", id));
    }

    @Test
    void listsByAreaSexAndDisabilityPageByPage() {
        var area = "33.12.01";
        var expected = new HashSet<String>();
        for (var i = 0; i < 3; i++) {
            expected.add(post(VERIFIER, PERSONS, registration(aPerson()).with("/areaCode", area))
                    .path("id"));
        }
        post(VERIFIER, PERSONS, registration(aSon()).with("/areaCode", area))
                .then()
                .statusCode(201);

        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = given().auth()
                    .oauth2(VERIFIER)
                    .queryParam("areaCode", area)
                    .queryParam("status", "ALIVE")
                    .queryParam("sex", "FEMALE")
                    .queryParam("disabled", true)
                    .queryParam("updatedSince", "2020-01-01T00:00:00Z")
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(PERSONS)
                    .then()
                    .statusCode(200)
                    .extract();
            found.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(3, found.size());
        assertEquals(expected, new HashSet<>(found));
        get(VERIFIER, PERSONS + "?areaCode=" + area + "&updatedSince=2999-01-01T00:00:00Z")
                .then()
                .body("items", empty());
        get(VERIFIER, PERSONS + "?updatedSince=yesterday")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("not-a-instant"));
        get(VERIFIER, PERSONS + "?status=LOST").then().statusCode(400);
        get(VERIFIER, PERSONS + "?areaCode=33%25").then().statusCode(400);
    }

    @Test
    void givesOneNikToOneOfTwoAtOnce() throws Exception {
        var nik = aNationalId();

        var statuses = Together.statuses(
                () -> post(SURVEYOR, PERSONS, registration(aPerson().with("/nik", nik))),
                () -> post(VERIFIER, PERSONS, registration(aSon().with("/nik", nik))));

        assertEquals(List.of(201, 409), statuses);
    }

    private static ValidatableResponse asOf(String id, String day) {
        return get(VERIFIER, person(id) + "?asOf=" + day).then().statusCode(200);
    }

    private int count(String sql, String parameter) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql)) {
            select.setString(1, parameter);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
