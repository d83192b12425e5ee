package id.berdikari.beneficiary.registry;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Bodies that are accepted, and people and households taken into the register over HTTP. */
public final class RegistryFixtures {
    public static final String PERSONS = "/api/v1/persons";
    static final String HOUSEHOLDS = "/api/v1/households";
    static final String AUDITOR = TestTokens.of("auditor");
    static final String ELSEWHERE = TestTokens.with("verifier").areas("33.12").sign();
    private static final AtomicInteger SERIAL = new AtomicInteger(1000);

    private RegistryFixtures() {}

    /** A NIK that nobody has yet, of a woman born on 14 March 1958 in Purwokerto Utara. */
    public static String aNationalId() {
        return "330227540358" + SERIAL.incrementAndGet();
    }

    public static String aFamilyCard() {
        return "330227150312" + SERIAL.incrementAndGet();
    }

    public static Body aPerson() {
        return Body.of("""
                {"fullName": "Sutinah Wiryapernata", "birthDate": "1958-03-14", "sex": "FEMALE", "phone": "0812-3456-7890",
                 "education": "PRIMARY_UNFINISHED", "maritalStatus": "WIDOWED", "livelihood": "SMALL_TRADE",
                 "functioning": {"SEE": 1, "HEAR": 1, "WALK": 3, "REM": 1, "CARE": 2, "COMM": 1}}""").with("/nik", aNationalId());
    }

    static Body aSon() {
        return Body.of("{\"fullName\": \"Slamet Wiryapernata\", \"birthYear\": 1985, \"sex\": \"MALE\"}");
    }

    static Body aDaughterInLaw() {
        return Body.of("{\"fullName\": \"Partiyem\", \"birthYear\": 1988, \"sex\": \"FEMALE\"}");
    }

    static Body aHousehold() {
        return Body.of("""
                {"areaCode": "33.02.27.1001", "address": "Jalan Kenangasari 5 RT 02/RW 03", "livelihood": "SMALL_TRADE",
                 "assets": ["TELEPHONE", "BICYCLE", "TELEPHONE"], "causes": ["OLD_AGE", "NO_CAPITAL"],
                 "dtsen": {"decile": 1, "date": "2025-12-31"}}""").with("/familyCard", aFamilyCard());
    }

    /** A widow, her son and his wife. */
    public static Body aFamily() {
        return Body.of("{\"since\": \"2025-01-10\"}")
                .with("/household", aHousehold().json())
                .with(
                        "/members",
                        List.of(
                                newMember(aPerson(), "HEAD").json(),
                                newMember(aSon(), "CHILD").json(),
                                newMember(aDaughterInLaw(), "CHILD_IN_LAW").json()));
    }

    static Body newMember(Body person, String relation) {
        return Body.of("{}").with("/person", person.json()).with("/relation", relation);
    }

    static Body knownMember(String personId, String relation) {
        return Body.of("{}").with("/personId", personId).with("/relation", relation);
    }

    static Body registration(Body person) {
        return Body.of("{\"areaCode\": \"33.02.27.1001\", \"since\": \"2025-01-10\"}")
                .with("/person", person.json());
    }

    /** A request that relates people to a head: person, relation, person, relation. */
    static Body related(String... personsAndRelations) {
        var members = new ArrayList<JsonNode>();
        for (var i = 0; i < personsAndRelations.length; i += 2) {
            members.add(knownMember(personsAndRelations[i], personsAndRelations[i + 1])
                    .json());
        }
        return Body.of("{}").with("/members", members);
    }

    static Body aSplit(String... personsAndRelations) {
        return related(personsAndRelations)
                .with("/on", "2025-06-01")
                .with(
                        "/household",
                        aHousehold().with("/areaCode", "33.02.27.1002").json());
    }

    public static String registered(Body person) {
        return post(SURVEYOR, PERSONS, registration(person))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response family() {
        return family(aFamily());
    }

    public static Response family(Body family) {
        return post(SURVEYOR, HOUSEHOLDS, family)
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    public static String member(Response household, int index) {
        return household.path("members[" + index + "].personId");
    }

    static String person(String id) {
        return PERSONS + "/" + id;
    }

    static String household(String id) {
        return HOUSEHOLDS + "/" + id;
    }

    public static Response put(String token, String path, @Nullable String ifMatch, Body body) {
        return withIfMatch(token, ifMatch)
                .contentType(ContentType.JSON)
                .body(body.toString())
                .put(path);
    }

    public static Response delete(String token, String path, @Nullable String ifMatch) {
        return withIfMatch(token, ifMatch).delete(path);
    }

    public static String tagOf(String path) {
        return get(VERIFIER, path).header("ETag");
    }

    private static RequestSpecification withIfMatch(String token, @Nullable String ifMatch) {
        var request = given().auth().oauth2(token).header("Accept-Language", "en");
        return ifMatch == null ? request : request.header("If-Match", ifMatch);
    }
}
