package id.berdikari.beneficiary.registry;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.ELSEWHERE;
import static id.berdikari.beneficiary.registry.RegistryFixtures.HOUSEHOLDS;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aHousehold;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aSon;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aSplit;
import static id.berdikari.beneficiary.registry.RegistryFixtures.delete;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.household;
import static id.berdikari.beneficiary.registry.RegistryFixtures.knownMember;
import static id.berdikari.beneficiary.registry.RegistryFixtures.member;
import static id.berdikari.beneficiary.registry.RegistryFixtures.newMember;
import static id.berdikari.beneficiary.registry.RegistryFixtures.person;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static id.berdikari.beneficiary.registry.RegistryFixtures.related;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class CompositionTest {

    @Test
    void letsPeopleJoinAndLeave() {
        var registered = family();
        var id = registered.<String>path("id");
        var child = Body.of("{\"fullName\": \"Melati\", \"birthDate\": \"2025-03-02\", \"sex\": \"FEMALE\"}");
        var born = Body.of("{\"since\": \"2025-03-02\"}")
                .with("/member", newMember(child, "GRANDCHILD").json());

        var joined = post(SURVEYOR, household(id) + "/members", born);

        joined.then().statusCode(200).body("members", hasSize(4)).body("members[3].since", equalTo("2025-03-02"));
        var melati = member(joined, 3);
        post(VERIFIER, departure(id, melati), "{\"on\": \"2025-03-01\"}")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("date-before-preceding-step"));
        post(VERIFIER, departure(id, melati), "{\"on\": \"2025-08-01\"}")
                .then()
                .statusCode(200)
                .body("members", hasSize(3));
        post(VERIFIER, departure(id, melati), "{\"on\": \"2025-08-01\"}")
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-a-member"));
        assertEquals(List.of(3, 4, 3), List.of(size(id, "2025-03-01"), size(id, "2025-07-31"), size(id, "2025-08-01")));
        get(VERIFIER, person(melati)).then().body("householdId", nullValue());
        get(VERIFIER, person(melati) + "?asOf=2025-04-01").then().body("householdId", equalTo(id));
        get(VERIFIER, person(melati) + "/history")
                .then()
                .body("memberships[0].ending", equalTo("DEPARTED"))
                .body("memberships[0].endedBy", equalTo("verifier-1"));
    }

    @Test
    void letsNobodyJoinBeforeTheyLeftElsewhere() {
        var from = family();
        var to = family().<String>path("id");
        var son = member(from, 1);
        var joins =
                Body.of("{}").with("/member", knownMember(son, "OTHER_RELATIVE").json());

        post(SURVEYOR, household(to) + "/members", joins)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-in-a-household"));
        post(VERIFIER, departure(from.path("id"), son), "{\"on\": \"2025-08-01\"}")
                .then()
                .statusCode(200);
        post(SURVEYOR, household(to) + "/members", joins.with("/since", "2025-07-31"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("date-before-preceding-step"));
        post(SURVEYOR, household(to) + "/members", joins.with("/since", "2025-08-01"))
                .then()
                .statusCode(200)
                .body("members.personId", hasItem(son));
        post(
                        SURVEYOR,
                        household(to) + "/members",
                        Body.of("{}").with("/member", newMember(aSon(), "HEAD").json()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/head-exists"));
    }

    @Test
    void strikesOutWhoNeverWasAMember() {
        var registered = family();
        var id = registered.<String>path("id");
        var path = household(id) + "/members/" + member(registered, 2);

        delete(VERIFIER, path, null).then().statusCode(428);
        delete(VERIFIER, path, "\"99\"").then().statusCode(412);
        delete(VERIFIER, path, tagOf(household(id))).then().statusCode(200).body("members", hasSize(2));

        assertEquals(2, size(id, "2025-02-01"));
        get(VERIFIER, household(id) + "/history")
                .then()
                .body("memberships.struckBy", containsInAnyOrder("verifier-1", null, null));
    }

    @Test
    void changesTheHeadFromADayOnOrCorrectsIt() {
        var registered = family();
        var id = registered.<String>path("id");
        var mother = member(registered, 0);
        var son = member(registered, 1);
        var wife = member(registered, 2);
        var relations = related(mother, "PARENT", son, "HEAD", wife, "WIFE");
        var path = household(id) + "/members";

        put(VERIFIER, path, null, relations).then().statusCode(428);
        put(VERIFIER, path, "*", related(mother, "HEAD", son, "HEAD", wife, "WIFE"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("one-head"));
        put(VERIFIER, path, "*", related(mother, "HEAD", son, "CHILD"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("members-missing"));
        put(VERIFIER, path, "*", related(mother, "HEAD", mother, "CHILD"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("listed-twice"));
        put(VERIFIER, path, "*", related(UUID.randomUUID().toString(), "HEAD"))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("not-all-members"));
        put(VERIFIER, path, tagOf(household(id)), relations.with("/since", "2025-06-01"))
                .then()
                .statusCode(200)
                .body("members.find { it.relation == 'HEAD' }.personId", equalTo(son));

        assertEquals(List.of(mother, son), List.of(head(id, "2025-05-31"), head(id, "2025-06-01")));
        assertEquals(3, size(id, "2025-05-31"));
        put(VERIFIER, path, "*", related(mother, "HEAD", son, "CHILD", wife, "CHILD_IN_LAW"))
                .then()
                .statusCode(200);
        assertEquals(mother, head(id, "2025-06-01"));
    }

    @Test
    void splitsIntoTwoHouseholds() {
        var registered = family();
        var id = registered.<String>path("id");
        var mother = member(registered, 0);
        var son = member(registered, 1);
        var wife = member(registered, 2);

        var founded = post(VERIFIER, household(id) + "/split", aSplit(son, "HEAD", wife, "WIFE"));

        founded.then()
                .statusCode(201)
                .body("splitFrom", equalTo(id))
                .body("since", equalTo("2025-06-01"))
                .body("areaCode", equalTo("33.02.27.1002"))
                .body("members.personId", equalTo(List.of(son, wife)))
                .body("members.relation", equalTo(List.of("HEAD", "WIFE")))
                .body("warnings", empty());
        get(VERIFIER, household(id)).then().body("members.personId", equalTo(List.of(mother)));
        assertEquals(List.of(3, 1), List.of(size(id, "2025-05-31"), size(id, "2025-06-01")));
        get(VERIFIER, person(wife)).then().body("areaCode", equalTo("33.02.27.1002"));
    }

    @Test
    void refusesSplitsThatMakeNoSense() {
        var registered = family();
        var id = registered.<String>path("id");
        var mother = member(registered, 0);
        var son = member(registered, 1);
        var wife = member(registered, 2);
        var path = household(id) + "/split";

        refused(path, aSplit(mother, "HEAD", son, "CHILD", wife, "OTHER"), 409, "/problems/nobody-left-behind");
        refused(path, aSplit(son, "CHILD"), 400, "/problems/invalid-request");
        refused(path, aSplit(member(family(), 1), "HEAD"), 400, "/problems/invalid-request");
        refused(path, aSplit(son, "HEAD").with("/on", "2024-06-01"), 400, "/problems/invalid-request");
        refused(path, aSplit(son, "HEAD").with("/household/areaCode", "33.02.27"), 400, "/problems/invalid-request");
        refused(path, aSplit(son, "HEAD").with("/household/familyCard", "0000"), 400, "/problems/invalid-request");
        get(VERIFIER, household(id)).then().body("members", hasSize(3));
    }

    @Test
    void splitsOnceWhereTwoTryAtOnce() throws Exception {
        var registered = family();
        var id = registered.<String>path("id");
        var son = member(registered, 1);

        var statuses = Together.statuses(
                () -> post(VERIFIER, household(id) + "/split", aSplit(son, "HEAD")),
                () -> post(VERIFIER, household(id) + "/split", aSplit(son, "HEAD")));

        assertEquals(List.of(201, 400), statuses);
        get(VERIFIER, household(id)).then().body("members", hasSize(2));
        get(VERIFIER, person(son) + "/history").then().body("memberships.findAll { it.until == null }", hasSize(1));
    }

    @Test
    void mergesTwoHouseholds() {
        var survivor = family().<String>path("id");
        var other = family();
        var absorbed = other.<String>path("id");
        var arriving = related(
                        member(other, 0), "PARENT", member(other, 1), "OTHER_RELATIVE", member(other, 2), "OTHER")
                .with("/householdId", absorbed)
                .with("/on", "2025-09-01");

        post(VERIFIER, household(survivor) + "/merge", arriving)
                .then()
                .statusCode(200)
                .body("members", hasSize(6));

        get(VERIFIER, household(absorbed))
                .then()
                .body("status", equalTo("MERGED"))
                .body("mergedInto", equalTo(survivor))
                .body("members", empty());
        get(VERIFIER, household(absorbed) + "?asOf=2025-08-31")
                .then()
                .body("status", equalTo("ACTIVE"))
                .body("mergedInto", nullValue())
                .body("members", hasSize(3));
        assertEquals(List.of(3, 6), List.of(size(survivor, "2025-08-31"), size(survivor, "2025-09-01")));
        refused(
                household(absorbed) + "/merge",
                arriving.with("/householdId", survivor),
                409,
                "/problems/household-merged");
        refused(household(survivor) + "/merge", arriving, 409, "/problems/household-merged");
        put(
                        VERIFIER,
                        household(absorbed),
                        "*",
                        Body.of("{}").with("/household", aHousehold().json()))
                .then()
                .statusCode(409);
        get(VERIFIER, HOUSEHOLDS + "?status=MERGED&limit=200").then().body("items.id", hasItem(absorbed));
    }

    @Test
    void refusesMergesThatMakeNoSense() {
        var registered = family();
        var id = registered.<String>path("id");
        var other = family();
        var all = related(member(other, 0), "PARENT", member(other, 1), "OTHER", member(other, 2), "OTHER")
                .with("/householdId", other.path("id"))
                .with("/on", "2025-09-01");
        var path = household(id) + "/merge";

        refused(path, all.with("/householdId", id), 409, "/problems/merge-into-itself");
        refused(path, all.with("/members/0/relation", "HEAD"), 409, "/problems/head-exists");
        refused(path, all.with("/members", List.of()), 400, "/problems/invalid-request");
        refused(path, all.with("/on", "2024-09-01"), 400, "/problems/invalid-request");
        refused(path, all.with("/householdId", UUID.randomUUID().toString()), 404, "/problems/not-found");
        get(VERIFIER, household(id)).then().body("members", hasSize(3));
        get(VERIFIER, household(other.path("id"))).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void mergesNoCircle() throws Exception {
        var one = family();
        var other = family();

        var statuses = Together.statuses(
                () -> post(VERIFIER, household(one.path("id")) + "/merge", all(other)),
                () -> post(VERIFIER, household(other.path("id")) + "/merge", all(one)));

        assertEquals(List.of(200, 409), statuses);
    }

    @Test
    void letsOnePersonJoinOneOfTwoHouseholdsAtOnce() throws Exception {
        var person = registered(aPerson());
        var joins = Body.of("{}").with("/member", knownMember(person, "OTHER").json());
        var one = household(family().path("id")) + "/members";
        var other = household(family().path("id")) + "/members";

        var statuses = Together.statuses(() -> post(SURVEYOR, one, joins), () -> post(SURVEYOR, other, joins));

        assertEquals(List.of(200, 409), statuses);
    }

    @Test
    void recordsADeathAndTakesItBack() {
        var registered = family();
        var id = registered.<String>path("id");
        var mother = member(registered, 0);
        var path = person(mother) + "/death";

        post(VERIFIER, path, "{\"diedOn\": \"1950-01-01\"}")
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("death-before-birth"));
        post(VERIFIER, path, "{\"diedOn\": \"2999-01-01\"}").then().statusCode(400);
        post(VERIFIER, path, "{\"diedOn\": \"2025-10-01\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("DECEASED"))
                .body("diedOn", equalTo("2025-10-01"))
                .body("householdId", nullValue());
        get(VERIFIER, household(id)).then().body("members", hasSize(2)).body("warnings", hasItem("NO_HEAD"));
        get(VERIFIER, person(mother) + "?asOf=2025-09-30")
                .then()
                .body("status", equalTo("ALIVE"))
                .body("diedOn", nullValue())
                .body("householdId", equalTo(id));
        refused(path, Body.of("{\"diedOn\": \"2025-10-01\"}"), 409, "/problems/person-deceased");
        refused(
                household(id) + "/members",
                Body.of("{}").with("/member", knownMember(mother, "HEAD").json()),
                409,
                "/problems/person-deceased");

        delete(VERIFIER, path, null).then().statusCode(428);
        delete(VERIFIER, path, tagOf(person(mother))).then().statusCode(200).body("status", equalTo("ALIVE"));
        delete(VERIFIER, path, "*").then().statusCode(409).body("type", equalTo("/problems/person-alive"));
        post(
                        SURVEYOR,
                        household(id) + "/members",
                        Body.of("{\"since\": \"2025-10-01\"}")
                                .with("/member", knownMember(mother, "HEAD").json()))
                .then()
                .statusCode(200)
                .body("warnings", empty());
        assertEquals(3, size(id, "2025-10-01"));
    }

    @Test
    void keepsEachCallerToTheirAreas() {
        var registered = family();
        var id = registered.<String>path("id");
        var son = member(registered, 1);

        post(
                        ELSEWHERE,
                        household(id) + "/members",
                        Body.of("{}").with("/member", newMember(aSon(), "OTHER").json()))
                .then()
                .statusCode(404);
        post(ELSEWHERE, departure(id, son), "{\"on\": \"2025-08-01\"}").then().statusCode(404);
        delete(ELSEWHERE, household(id) + "/members/" + son, "*").then().statusCode(404);
        put(ELSEWHERE, household(id) + "/members", "*", related(son, "HEAD"))
                .then()
                .statusCode(404);
        post(ELSEWHERE, household(id) + "/split", aSplit(son, "HEAD")).then().statusCode(404);
        post(ELSEWHERE, household(id) + "/merge", all(family())).then().statusCode(404);
        get(VERIFIER, household(id)).then().body("members", hasSize(3));
    }

    private static Body all(Response household) {
        return related(member(household, 0), "PARENT", member(household, 1), "OTHER", member(household, 2), "OTHER")
                .with("/householdId", household.path("id"))
                .with("/on", "2025-09-01");
    }

    private static void refused(String path, Body body, int status, String type) {
        post(VERIFIER, path, body).then().statusCode(status).body("type", equalTo(type));
    }

    private static String departure(String householdId, String personId) {
        return household(householdId) + "/members/" + personId + "/departure";
    }

    private static int size(String householdId, String day) {
        return get(VERIFIER, household(householdId) + "?asOf=" + day).path("members.size()");
    }

    private static String head(String householdId, String day) {
        return get(VERIFIER, household(householdId) + "?asOf=" + day)
                .path("members.find { it.relation == 'HEAD' }.personId");
    }
}
