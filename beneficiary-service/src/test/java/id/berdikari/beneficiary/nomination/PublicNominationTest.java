package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.NOMINATIONS;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.PERSONS;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
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
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The only test without a token, because the limit on such calls counts them all. */
@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PublicNominationTest {
    private static final Body REJECTION = Body.of("{\"outcome\":\"REJECT\",\"reason\":\"PLANTED-REJECTION\"}");

    @Inject
    OutboxRows outbox;

    @Inject
    PersonalDataRetention retention;

    @Inject
    DataSource database;

    @Test
    void answersIdAndStatusOnlyAndWaitsInTheTriageQueue() {
        var answer = nominateWithoutToken(aNomination().with("/candidate/nik", null));

        answer.then().statusCode(201);
        assertEquals(
                Set.of("id", "status"), answer.<Map<String, Object>>path("").keySet());
        var id = answer.<String>path("id");
        get(VERIFIER, NOMINATIONS + "?source=PUBLIC&status=NOMINATED&limit=200")
                .then()
                .body("items.id", hasItem(id))
                .body("items.source", everyItem(equalTo("PUBLIC")));
        assertEquals(List.of("beneficiary-nominated"), outbox.typesOf(id));
        given().get(at(id)).then().statusCode(401);
    }

    @Test
    void takesNoNationalId() {
        nominateWithoutToken(aNomination())
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/candidate/nik"))
                .body("errors[0].rule", equalTo("nik-not-without-token"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fundraiser", "treasurer", "admin", "auditor", "monitor", "program-officer"})
    void isNoWayAroundARole(String role) {
        post(TestTokens.of(role), NOMINATIONS, aNomination()).then().statusCode(403);
    }

    @Test
    void isNoWayAroundABadToken() {
        post(TestTokens.forged("surveyor"), NOMINATIONS, aNomination()).then().statusCode(401);
    }

    @Test
    void isForgottenNinetyDaysAfterARejection() throws Exception {
        var id =
                nominateWithoutToken(aNomination().with("/candidate/nik", null)).<String>path("id");
        var ofStaff = nominated();
        var person = post(VERIFIER, at(id) + "/person", "{}").<String>path("personId");
        post(VERIFIER, at(id) + "/pre-survey", REJECTION).then().statusCode(200);
        post(VERIFIER, at(ofStaff) + "/pre-survey", REJECTION).then().statusCode(200);
        var rejectedOn = LocalDate.now(ZoneId.of("Asia/Jakarta"));

        var early = retention.erase(rejectedOn.plusDays(89));
        get(VERIFIER, at(id)).then().body("candidate.fullName", notNullValue());
        var due = retention.erase(rejectedOn.plusDays(90));
        var again = retention.erase(rejectedOn.plusDays(91));

        assertEquals(List.of(0, 1, 0), List.of(early, due, again));
        get(VERIFIER, at(id))
                .then()
                .statusCode(200)
                .body("status", equalTo("REJECTED"))
                .body("areaCode", equalTo("33.02.27"))
                .body("candidate", nullValue())
                .body("nominator", nullValue())
                .body("livelihood", nullValue())
                .body("preSurvey.outcome", equalTo("REJECT"))
                .body("preSurvey.reason", nullValue())
                .body("personId", nullValue())
                .body("erasedOn", notNullValue());
        get(VERIFIER, PERSONS + "/" + person)
                .then()
                .statusCode(200)
                .body("identity", nullValue())
                .body("erasedOn", notNullValue());
        get(VERIFIER, at(ofStaff)).then().body("candidate.fullName", notNullValue());
        assertEquals(
                0, rowsWith(id, "candidate is not null or nominator is not null or nomination::text like '%PLANTED%'"));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void isLimited() {
        var statuses = new java.util.HashSet<Integer>();
        for (var i = 0; i < 70; i++) {
            statuses.add(nominateWithoutToken(Body.of("{}")).statusCode());
        }

        assertEquals(Set.of(400, 429), statuses);
        nominateWithoutToken(Body.of("{}")).then().header("Retry-After", notNullValue());
        post(VERIFIER, NOMINATIONS, aNomination()).then().statusCode(201);
    }

    private int rowsWith(String id, String condition) throws SQLException {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select count(*) from nomination where id = ?::uuid and (" + condition + ")")) {
            select.setString(1, id);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    private static Response nominateWithoutToken(Body body) {
        return given().contentType(ContentType.JSON).body(body.toString()).post(NOMINATIONS);
    }
}
