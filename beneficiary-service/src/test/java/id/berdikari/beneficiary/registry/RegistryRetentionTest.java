package id.berdikari.beneficiary.registry;

import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.instrument.InstrumentFixtures.someAnswers;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aFamily;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aSon;
import static id.berdikari.beneficiary.registry.RegistryFixtures.delete;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.household;
import static id.berdikari.beneficiary.registry.RegistryFixtures.member;
import static id.berdikari.beneficiary.registry.RegistryFixtures.newMember;
import static id.berdikari.beneficiary.registry.RegistryFixtures.person;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.measurement.MeasurementFixtures;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class RegistryRetentionTest {

    @Inject
    RegistryRetention retention;

    @Test
    void leavesOfAMeasurementWhatTheFiguresOfAnAreaNeed() {
        var fixtures = MeasurementFixtures.fiveDimensions();
        var registered = family(aFamily()
                .with("/since", "2002-01-01")
                .with("/members", List.of(newMember(aPerson(), "HEAD").json())));
        var id = registered.<String>path("id");
        var mother = member(registered, 0);
        fixtures.survey(id, someAnswers(), "2002-01-12");
        var ofMother = person(mother) + "/poverty-measurements";
        get(VERIFIER, ofMother).then().body("items.age", contains(43));
        post(VERIFIER, person(mother) + "/death", "{\"diedOn\": \"2002-02-01\"}")
                .then()
                .statusCode(200);
        retention.erase(LocalDate.of(2012, 2, 1));

        get(VERIFIER, ofMother).then().statusCode(200).body("items", hasSize(0));
        get(VERIFIER, household(id) + "/poverty-measurements")
                .then()
                .body("items.size", contains(1))
                .body("items.poor", contains(true))
                .body("items.areaCode", contains("33.02.27"));
    }

    @Test
    void forgetsWhoDiedTenYearsAgoAndTheHouseholdThatNobodyIsLeftOf() {
        var registered = family(aFamily()
                .with("/since", "2001-01-01")
                .with(
                        "/members",
                        List.of(
                                newMember(aPerson(), "HEAD").json(),
                                newMember(aSon(), "CHILD").json())));
        var id = registered.<String>path("id");
        var mother = member(registered, 0);
        var son = member(registered, 1);
        put(
                        VERIFIER,
                        person(mother),
                        "*",
                        Body.of("{}").with("/person", aPerson().json()))
                .then()
                .statusCode(200);
        post(VERIFIER, person(mother) + "/death", "{\"diedOn\": \"2001-02-01\"}")
                .then()
                .statusCode(200);

        retention.erase(LocalDate.of(2011, 1, 31));
        get(VERIFIER, person(mother)).then().body("identity.fullName", notNullValue());
        retention.erase(LocalDate.of(2011, 2, 1));
        get(VERIFIER, person(mother))
                .then()
                .statusCode(200)
                .body("identity", nullValue())
                .body("areaCode", equalTo("33.02.27"))
                .body("birthYear", equalTo(1950))
                .body("functioning", nullValue())
                .body("erasedOn", equalTo("2011-02-01"));
        get(VERIFIER, person(mother) + "/history").then().body("versions", hasSize(1));
        get(VERIFIER, household(id))
                .then()
                .body("dwelling.address", notNullValue())
                .body("members", hasSize(1));

        post(VERIFIER, person(son) + "/death", "{\"diedOn\": \"2001-03-01\"}")
                .then()
                .statusCode(200);
        retention.erase(LocalDate.of(2011, 3, 1));
        get(VERIFIER, household(id))
                .then()
                .statusCode(200)
                .body("dwelling", nullValue())
                .body("areaCode", equalTo("33.02.27"))
                .body("causes", hasSize(2))
                .body("erasedOn", equalTo("2011-03-01"));
        put(
                        VERIFIER,
                        person(mother),
                        "*",
                        Body.of("{}").with("/person", aPerson().json()))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/person-erased"));
        delete(VERIFIER, person(mother) + "/death", "*").then().statusCode(409);
    }
}
