package id.berdikari.beneficiary.targeting;

import static id.berdikari.beneficiary.CaseFixtures.post;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.Refused;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class TargetingResourceTest {

    private static final String PATH = "/api/v1/targeting/simulations";
    private static final String ANALYST = TestTokens.of("program-officer");

    @Test
    void answersItsOwnExample() {
        var answer = post(ANALYST, PATH, TargetingResource.REQUEST).then().statusCode(200);

        assertEquals(
                Body.of(TargetingResource.ANSWER).json(),
                Body.of(answer.extract().asString()).json());
    }

    @Test
    void answersNullForSharesOfNobody() {
        post(ANALYST, PATH, "{\"line\": 5, \"units\": [{\"value\": \"5.0\", \"selected\": false}]}")
                .then()
                .statusCode(200)
                .body("exclusionError", nullValue())
                .body("inclusionError", nullValue())
                .body("coverage.exact", equalTo("0"))
                .body("eligibleCoverage", nullValue())
                .body("groups", empty());
    }

    @Test
    void refusesWhatCannotBeSimulated() {
        var body = Body.of(TargetingResource.REQUEST);
        var refused = new Refused(PATH, body);

        refused.field("/line", 0, "/line", "positive");
        refused.field("/line", "1e999999999", "/line", "too-many-digits");
        refused.field("/units", List.of(), "/units", "not-empty");
        refused.field("/units/3/id", "1", "/units/3/id", "listed-twice");
        refused.field("/units/3/value", -1, "/units/3/value", "positive-or-zero");
        refused.field("/units/3/value", "much", "/units/3/value", "not-a-number");
        refused.field("/units/3/value", null, "/units/3/value", "not-null");
        refused.field("/units/3/selected", null, "/units/3/selected", "not-null");
        refused.field("/units/3/selected", "yes", "/units/3/selected", "wrong-type");
        refused.field("/units/3/selected", 1, "/units/3/selected", "not-a-boolean");
        refused.field("/units/3/group", " ", "/units/3/group", "not-blank");
        refused.field("/units/3/weight", 1, "/units/3/weight", "unknown-field");
        refused.field("/units", Collections.nCopies(10_001, Map.of("value", 1, "selected", true)), "/units", "size");
    }
}
