package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.NOMINATIONS;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.PERSONS;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aNationalId;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.delete;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class IdentificationResourceTest {

    @Test
    void linksAKnownPersonWhenNominating() {
        var person = registered(aPerson());

        var id = nominated(aNomination().with("/candidate/nik", null).with("/personId", person));

        get(VERIFIER, at(id)).then().body("personId", equalTo(person)).body("possiblePersonId", nullValue());
    }

    @Test
    void tellsOfAPersonWithTheSameNikAndLinksThem() {
        var nik = aNationalId();
        var person = registered(aPerson().with("/nik", nik));
        var id = nominated(aNomination().with("/candidate/nik", nik));
        var link = Body.of("{}").with("/personId", person);

        get(VERIFIER, at(id)).then().body("personId", nullValue()).body("possiblePersonId", equalTo(person));
        put(VERIFIER, at(id) + "/person", null, link).then().statusCode(428);
        put(VERIFIER, at(id) + "/person", "\"99\"", link).then().statusCode(412);
        put(VERIFIER, at(id) + "/person", tag(id), link).then().statusCode(200).body("personId", equalTo(person));
    }

    @Test
    void entersTheCandidateIntoTheRegister() {
        var nik = aNationalId();
        var id = nominated(aNomination().with("/candidate/nik", nik));

        var answer = post(VERIFIER, at(id) + "/person", "{}");

        answer.then().statusCode(200);
        get(VERIFIER, PERSONS + "/" + answer.path("personId"))
                .then()
                .statusCode(200)
                .body("identity.fullName", equalTo("Sutinah Wiryapernata"))
                .body("identity.phone", equalTo("+6281234567890"))
                .body("areaCode", equalTo("33.02.27.1001"))
                .body("since", equalTo("2026-01-05"));
        post(VERIFIER, at(id) + "/person", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-identified"));
        post(VERIFIER, at(nominated(aNomination().with("/candidate/nik", nik))) + "/person", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nik-already-registered"));
    }

    @Test
    void unlinksByCorrection() {
        var id = nominated(aNomination().with("/candidate/nik", aNationalId()));
        var person = post(VERIFIER, at(id) + "/person", "{}").<String>path("personId");

        delete(VERIFIER, at(id) + "/person", null).then().statusCode(428);
        delete(VERIFIER, at(id) + "/person", tag(id)).then().statusCode(200).body("personId", nullValue());
        delete(VERIFIER, at(id) + "/person", "*")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-identified"));
        get(VERIFIER, PERSONS + "/" + person).then().statusCode(200);
    }

    @Test
    void refusesWhoItCannotBe() {
        var someone = registered(aPerson());
        var dead = registered(aPerson());
        post(VERIFIER, PERSONS + "/" + dead + "/death", "{\"diedOn\": \"2025-10-01\"}")
                .then()
                .statusCode(200);
        var id = nominated(aNomination().with("/candidate/nik", aNationalId()));
        var path = at(id) + "/person";

        put(VERIFIER, path, "*", Body.of("{}").with("/personId", someone))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nik-of-another-person"));
        put(VERIFIER, path, "*", Body.of("{}").with("/personId", dead))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/person-deceased"));
        put(
                        VERIFIER,
                        path,
                        "*",
                        Body.of("{}").with("/personId", UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("person-unknown"));
        put(VERIFIER, path, "*", Body.of("{}")).then().statusCode(400);
        post(
                        SURVEYOR,
                        NOMINATIONS,
                        aNomination().with("/personId", UUID.randomUUID().toString()))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/personId"));
        post(
                        TestTokens.with("partner").organisation("lks-harapan").sign(),
                        NOMINATIONS,
                        aNomination().with("/candidate/nik", null).with("/personId", someone))
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("person-by-staff-only"));
        put(
                        TestTokens.with("verifier").areas("33.12").sign(),
                        path,
                        "*",
                        Body.of("{}").with("/personId", someone))
                .then()
                .statusCode(404);
    }

    private static String tag(String id) {
        return get(VERIFIER, at(id)).header("ETag");
    }
}
