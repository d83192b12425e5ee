package id.berdikari.beneficiary.registry;

import static id.berdikari.beneficiary.CaseFixtures.DECIDER;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.AUDITOR;
import static id.berdikari.beneficiary.registry.RegistryFixtures.ELSEWHERE;
import static id.berdikari.beneficiary.registry.RegistryFixtures.HOUSEHOLDS;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aDaughterInLaw;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aFamily;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aFamilyCard;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aHousehold;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aSon;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.household;
import static id.berdikari.beneficiary.registry.RegistryFixtures.knownMember;
import static id.berdikari.beneficiary.registry.RegistryFixtures.member;
import static id.berdikari.beneficiary.registry.RegistryFixtures.newMember;
import static id.berdikari.beneficiary.registry.RegistryFixtures.person;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
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
class HouseholdResourceTest {

    @Inject
    DataSource database;

    @Test
    void registersAHouseholdWithItsMembers() {
        var answer = family();

        answer.then()
                .body("status", equalTo("ACTIVE"))
                .body("areaCode", equalTo("33.02.27.1001"))
                .body("dwelling.address", equalTo("Jalan Kenangasari 5 RT 02/RW 03"))
                .body("dwelling.familyCard", startsWith("3302••••••••"))
                .body("assets", equalTo(List.of("TELEPHONE", "BICYCLE")))
                .body("causes", equalTo(List.of("NO_CAPITAL", "OLD_AGE")))
                .body("dtsen.decile", equalTo(1))
                .body("members.relation", equalTo(List.of("HEAD", "CHILD", "CHILD_IN_LAW")))
                .body("members.since", everyItem(equalTo("2025-01-10")))
                .body("members[0].identity.fullName", equalTo("Sutinah Wiryapernata"))
                .body("members[0].disabled", equalTo(true))
                .body("warnings", empty())
                .body("since", equalTo("2025-01-10"));
        get(DECIDER, person(member(answer, 0)))
                .then()
                .body("householdId", equalTo(answer.path("id")))
                .body("relation", equalTo("HEAD"));
    }

    @Test
    void tellsWhatLooksWrongWithoutRefusing() {
        var odd = Body.of("{}")
                .with(
                        "/household",
                        aHousehold().with("/familyCard", "9101011503120004").json())
                .with("/members", List.of(newMember(aSon(), "WIFE").json()));

        post(SURVEYOR, HOUSEHOLDS, odd)
                .then()
                .statusCode(201)
                .body(
                        "warnings",
                        containsInAnyOrder(
                                "KK_DISTRICT_NOT_CURRENT",
                                "KK_DISTRICT_DIFFERS",
                                "NO_HEAD",
                                "RELATION_CONTRADICTS_SEX"));
        post(SURVEYOR, HOUSEHOLDS, aFamily().with("/members", List.of()))
                .then()
                .statusCode(201)
                .body("warnings", equalTo(List.of("NO_MEMBERS")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /household/areaCode       | 33.02.27            | /household/areaCode       | area-not-a-village
            /household/areaCode       | 33.02.27.9999       | /household/areaCode       | area-unknown
            /household/areaCode       |                     | /household/areaCode       | not-blank
            /household/address        |                     | /household/address        | not-blank
            /household/familyCard     | 330227150312000     | /household/familyCard     | kk-not-16-digits
            /household/familyCard     | 3302271503120000    | /household/familyCard     | kk-serial-zero
            /household/livelihood     | LUCK                | /household/livelihood     | not-one-of
            /household/dtsen/decile   | #11                 | /household/dtsen/decile   | max
            /household/dtsen/date     |                     | /household/dtsen/date     | not-null
            /household/dtsen/date     | 2999-01-01          | /household/dtsen/date     | date-in-future
            /household/status         | ACTIVE              | /household/status         | unknown-field
            /members                  |                     | /members                  | not-null
            /members/0/relation       |                     | /members/0/relation       | not-null
            /members/0/relation       | BOSS                | /members/0/relation       | not-one-of
            /members/0/person         |                     | /members/0/personId       | known-or-new
            /members/1/personId       | 0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90 | /members/1/personId | known-or-new
            /members/0/person/nik     | 3302275403580000    | /members/0/person/nik     | nik-serial-zero
            /members/0/person/birthDate | 2999-01-01        | /members/0/person/birthDate | date-in-future
            /since                    | 2999-01-01          | /since                    | date-in-future
            """)
    void refusesWhatCannotBe(String pointer, @Nullable String value, String refusedAt, String rule) {
        var typed = value != null && value.startsWith("#") ? Integer.valueOf(value.substring(1)) : value;

        var answer = post(SURVEYOR, HOUSEHOLDS, aFamily().with(pointer, typed));

        answer.then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(refusedAt))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", not(equalTo(rule)));
    }

    @Test
    void refusesASecondHeadAndAUsedCardAndLeavesNothingBehind() throws Exception {
        var first = aFamily();
        family(first);
        var card = first.json().at("/household/familyCard").asText();
        var before = count("select count(*) from person");

        post(SURVEYOR, HOUSEHOLDS, aFamily().with("/members/1/relation", "HEAD"))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/head-exists"));
        var taken = post(SURVEYOR, HOUSEHOLDS, aFamily().with("/household/familyCard", card));

        taken.then().statusCode(409).body("type", equalTo("/problems/family-card-already-registered"));
        assertFalse(taken.asString().contains(card));
        assertEquals(before, count("select count(*) from person"));
    }

    @Test
    void givesOneCardToOneOfTwoAtOnce() throws Exception {
        var card = aFamilyCard();

        var statuses = Together.statuses(
                () -> post(SURVEYOR, HOUSEHOLDS, aFamily().with("/household/familyCard", card)),
                () -> post(VERIFIER, HOUSEHOLDS, aFamily().with("/household/familyCard", card)));

        assertEquals(List.of(201, 409), statuses);
    }

    @Test
    void takesInSomebodyKnownWhoLivesNowhereElse() {
        var known = registered(aPerson());
        var settled = member(family(), 1);
        var members =
                aFamily().with("/members", List.of(knownMember(known, "HEAD").json()));

        family(members).then().body("members.personId", equalTo(List.of(known)));
        post(
                        SURVEYOR,
                        HOUSEHOLDS,
                        aFamily()
                                .with(
                                        "/members",
                                        List.of(knownMember(settled, "HEAD").json())))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-in-a-household"));
        post(
                        SURVEYOR,
                        HOUSEHOLDS,
                        aFamily()
                                .with(
                                        "/members",
                                        List.of(knownMember(UUID.randomUUID().toString(), "HEAD")
                                                .json())))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/members/0/personId"))
                .body("errors[0].rule", equalTo("person-unknown"));
    }

    @Test
    void keepsWhatStoodThereBeforeAndShowsItAsOfADay() {
        var body = aHousehold();
        var id = family(aFamily().with("/household", body.json())).<String>path("id");
        var poorer = Body.of("{\"since\": \"2025-06-01\"}")
                .with("/household", body.with("/causes", List.of("DEBT")).json());

        put(VERIFIER, household(id), null, poorer).then().statusCode(428);
        put(VERIFIER, household(id), "\"99\"", poorer).then().statusCode(412);
        put(VERIFIER, household(id), tagOf(household(id)), poorer.with("/since", "2024-12-31"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("date-before-preceding-step"));
        put(VERIFIER, household(id), tagOf(household(id)), poorer)
                .then()
                .statusCode(200)
                .body("causes", equalTo(List.of("DEBT")))
                .body("members", hasSize(3));

        asOf(id, "2025-05-31")
                .body("causes", equalTo(List.of("NO_CAPITAL", "OLD_AGE")))
                .body("members", hasSize(3));
        asOf(id, "2025-06-01").body("causes", equalTo(List.of("DEBT")));
        get(VERIFIER, household(id) + "?asOf=2025-01-09").then().statusCode(404);
        get(VERIFIER, household(id) + "/history")
                .then()
                .body("versions.changed", equalTo(List.of(List.of("causes"), List.of())))
                .body("versions.recordedBy", equalTo(List.of("verifier-1", "surveyor-1")))
                .body("memberships", hasSize(3));
    }

    @Test
    void movesWithAllItsMembers() {
        var registered = family();
        var id = registered.<String>path("id");
        var move = Body.of("{\"on\": \"2025-07-01\", \"areaCode\": \"33.02.27.1002\", \"address\": \"Jalan Baru 1\"}");

        post(VERIFIER, household(id) + "/move", move.with("/areaCode", "33.02.27"))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/areaCode"))
                .body("errors[0].rule", equalTo("area-not-a-village"));
        post(VERIFIER, household(id) + "/move", move)
                .then()
                .statusCode(200)
                .body("areaCode", equalTo("33.02.27.1002"))
                .body("dwelling.address", equalTo("Jalan Baru 1"))
                .body("dwelling.familyCard", startsWith("3302••••••••"));

        get(VERIFIER, person(member(registered, 2))).then().body("areaCode", equalTo("33.02.27.1002"));
        asOf(id, "2025-06-30")
                .body("areaCode", equalTo("33.02.27.1001"))
                .body("dwelling.address", equalTo("Jalan Kenangasari 5 RT 02/RW 03"));
        put(
                        VERIFIER,
                        person(member(registered, 2)),
                        "*",
                        Body.of("{\"areaCode\": \"33.02.27.1003\"}")
                                .with("/person", aDaughterInLaw().json()))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("area-follows-household"));
    }

    @Test
    void showsAuditorsTheFactsOnly() {
        var id = family().<String>path("id");

        get(AUDITOR, household(id))
                .then()
                .statusCode(200)
                .body("dwelling", nullValue())
                .body("members.identity", everyItem(nullValue()))
                .body("members[0].disabled", equalTo(true))
                .body("causes", hasSize(2));
        get(AUDITOR, household(id) + "/history").then().body("versions.dwelling", everyItem(nullValue()));
    }

    @Test
    void keepsEachCallerToTheirAreas() {
        var id = family().<String>path("id");

        get(ELSEWHERE, household(id)).then().statusCode(404);
        get(ELSEWHERE, household(id) + "/history").then().statusCode(404);
        get(ELSEWHERE, household(id) + "/family-card?reason=CORRECTION").then().statusCode(404);
        get(ELSEWHERE, HOUSEHOLDS).then().body("items.id", not(hasItem(id)));
        post(ELSEWHERE, HOUSEHOLDS, aFamily())
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("area-out-of-reach"));
    }

    @Test
    void opensTheFamilyCardForAReasonOnly() {
        var body = aFamily();
        var id = family(body).<String>path("id");

        get(VERIFIER, household(id) + "/family-card").then().statusCode(400);
        get(VERIFIER, household(id) + "/family-card?reason=LEGAL_DUTY")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        "familyCard",
                        equalTo(body.json().at("/household/familyCard").asText()));
        var without = family(aFamily().with("/household/familyCard", null)).<String>path("id");
        get(VERIFIER, household(without) + "/family-card?reason=LEGAL_DUTY")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/no-family-card-known"));
    }

    @Test
    void listsByAreaHeadDecileAndDisabilityPageByPage() {
        var area = "33.12.02.1004";
        var expected = new HashSet<String>();
        for (var i = 0; i < 3; i++) {
            expected.add(post(VERIFIER, HOUSEHOLDS, aFamily().with("/household/areaCode", area))
                    .path("id"));
        }
        var others = aFamily()
                .with("/household/areaCode", area)
                .with("/members", List.of(newMember(aSon(), "HEAD").json()));
        post(VERIFIER, HOUSEHOLDS, others).then().statusCode(201);

        var found = new ArrayList<String>();
        var cursor = "";
        do {
            var page = given().auth()
                    .oauth2(VERIFIER)
                    .queryParam("areaCode", "33.12.02")
                    .queryParam("status", "ACTIVE")
                    .queryParam("headSex", "FEMALE")
                    .queryParam("maxDecile", 2)
                    .queryParam("hasDisabledMember", true)
                    .queryParam("updatedSince", "2020-01-01T00:00:00Z")
                    .queryParam("limit", 2)
                    .queryParam("cursor", cursor)
                    .get(HOUSEHOLDS)
                    .then()
                    .statusCode(200)
                    .body("items.memberCount", everyItem(equalTo(3)))
                    .body("items.headId", everyItem(notNullValue()))
                    .extract();
            found.addAll(page.path("items.id"));
            cursor = page.path("next");
        } while (cursor != null);

        assertEquals(3, found.size());
        assertEquals(expected, new HashSet<>(found));
        get(VERIFIER, HOUSEHOLDS + "?areaCode=33.12.02&hasDisabledMember=false")
                .then()
                .body("items.memberCount", equalTo(List.of(1)));
        get(VERIFIER, HOUSEHOLDS + "?maxDecile=11").then().statusCode(400);
    }

    @Test
    void restsSealed() throws Exception {
        var body = aFamily();
        var id = family(body).<String>path("id");
        post(
                        VERIFIER,
                        household(id) + "/move",
                        Body.of(
                                "{\"on\": \"2025-07-01\", \"areaCode\": \"33.02.27.1002\", \"address\": \"Jalan Baru 1\"}"))
                .then()
                .statusCode(200);

        assertEquals(
                0,
                count("select count(*) from (select h::text as row from household h union all"
                        + " select r::text from household_revision r union all select a::text from audit_entry a) everything"
                        + " where row like '%Kenangasari%' or row like '%"
                        + body.json().at("/household/familyCard").asText()
                        + "%'"));
        assertEquals(0, count("select count(*) from outbox where key = '" + id + "'"));
    }

    @Test
    void remembersWhoChangedWhat() throws Exception {
        var registered = family();
        var id = registered.<String>path("id");
        put(
                        VERIFIER,
                        household(id),
                        "*",
                        Body.of("{}").with("/household", aHousehold().json()))
                .then()
                .statusCode(200);
        post(VERIFIER, household(id) + "/members/" + member(registered, 2) + "/departure", "{\"on\": \"2025-08-01\"}")
                .then()
                .statusCode(200);

        assertEquals(
                3,
                count("select count(*) from audit_entry where object_type = 'household' and object_id = '" + id
                        + "' and (action, actor) in (('register-household', 'surveyor-1'),"
                        + " ('correct-household', 'verifier-1'), ('member-departed', 'verifier-1'))"));
        assertEquals(
                1,
                count("select count(*) from audit_entry where action = 'register-person' and object_id = '"
                        + member(registered, 2) + "'"));
    }

    private static ValidatableResponse asOf(String id, String day) {
        return get(VERIFIER, household(id) + "?asOf=" + day).then().statusCode(200);
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
