package id.berdikari.beneficiary.poverty;

import static id.berdikari.beneficiary.CaseFixtures.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.Refused;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class MultidimensionalResourceTest {

    private static final String PATH = "/api/v1/poverty/multidimensional";
    private static final String ANALYST = TestTokens.of("partner");

    @Test
    void answersItsOwnExample() {
        var answer =
                post(ANALYST, PATH, MultidimensionalResource.REQUEST).then().statusCode(200);

        assertEquals(
                Body.of(MultidimensionalResource.ANSWER).json(),
                Body.of(answer.extract().asString()).json());
    }

    @Test
    void answersThePublishedExampleWithValues() {
        post(ANALYST, PATH, fourPeople())
                .then()
                .statusCode(200)
                .body("H.exact", equalTo("1/2"))
                .body("A.decimal", equalTo("0.75"))
                .body("M0.exact", equalTo("3/8"))
                .body("M0.decimal", equalTo("0.375"))
                .body("M1.decimal", startsWith("0.205528"))
                .body("M2.decimal", startsWith("0.165457"))
                .body("indicators.contribution.exact", contains("1/6", "1/3", "1/6", "1/3"))
                .body("dimensions", empty())
                .body("groups", empty());
    }

    @Test
    void refusesAWrongDimensionSet() {
        var refused = new Refused(PATH, fourPeople());

        refused.field("/indicators", List.of(), "/indicators", "not-empty");
        refused.field("/indicators/1/code", "INCOME", "/indicators/1/code", "listed-twice");
        refused.field("/indicators/1/code", " ", "/indicators/1/code", "not-blank");
        refused.field("/indicators/1/code", 7, "/indicators/1/code", "wrong-type");
        refused.field("/indicators/1/dimension", " ", "/indicators/1/dimension", "not-blank");
        refused.field("/indicators/1/weight", null, "/indicators/1/weight", "not-null");
        refused.field("/indicators/1/weight", -0.25, "/indicators/1/weight", "positive-or-zero");
        refused.field("/indicators/1/weight", "1/0", "/indicators/1/weight", "denominator-zero");
        refused.field("/indicators/1/weight", "a quarter", "/indicators/1/weight", "not-a-number");
        refused.field("/indicators/1/weight", 0.2499999999999999, "/indicators", "weights-not-one");
        refused.field("/indicators/1/cutoff", 0, "/indicators/1/cutoff", "positive");
        refused.field("/indicators/1/cutoff", "-1/2", "/indicators/1/cutoff", "positive");
        refused.field("/indicators/1/cutoff", null, "/indicators/1/cutoff", "required");
        for (var cutoff : List.of(0, -0.5, 1.01, "4/3")) {
            refused.field("/cutoff", cutoff, "/cutoff", "above-zero-up-to-one");
        }
        refused.field("/cutoff", null, "/cutoff", "not-null");
        refused.field("/cutoff", "1e999999999", "/cutoff", "too-many-digits");
    }

    @Test
    void saysWhatTheWeightsAddUpTo() {
        post(ANALYST, PATH, fourPeople().with("/indicators/1/weight", "1/3"))
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("13/12"));
    }

    @Test
    void refusesAWrongUnit() {
        var refused = new Refused(PATH, fourPeople());

        refused.field("/units", List.of(), "/units", "not-empty");
        refused.field("/units/2/id", "p2", "/units/2/id", "listed-twice");
        refused.field("/units/2/id", "", "/units/2/id", "size");
        refused.field("/units/2/size", -1, "/units/2/size", "positive-or-zero");
        refused.field("/units/2/size", "two", "/units/2/size", "not-a-number");
        refused.field("/units/2/group", "", "/units/2/group", "not-blank");
        refused.field("/units/2/group", true, "/units/2/group", "wrong-type");
        refused.field("/units/2/values", List.of(1, 2, 3), "/units/2/values", "one-for-each-indicator");
        refused.field("/units/2/values", List.of(), "/units/2/values", "one-for-each-indicator");
        refused.field("/units/2/values/3", -1, "/units/2/values/3", "positive-or-zero");
        refused.field("/units/2/values/3", "NaN", "/units/2/values/3", "not-a-number");
        refused.field("/units/2/values/3", true, "/units/2/values/3", "not-a-number");
        refused.field("/units/2/values", Arrays.asList(1, 2, null, 4), "/units/2/values/2", "not-null");
        refused.field("/units/2/values", null, "/units/2", "values-or-deprived");
        refused.field("/units/2/deprived", List.of(true, true, true, true), "/units/2", "values-or-deprived");
    }

    @Test
    void refusesAWrongJudgement() {
        var refused = new Refused(PATH, Body.of(MultidimensionalResource.REQUEST));

        refused.field("/units/1/deprived", List.of(true), "/units/1/deprived", "one-for-each-indicator");
        refused.field("/units/1/deprived/0", 1, "/units/1/deprived/0", "not-a-boolean");
        refused.field("/units/1/deprived/0", "true", "/units/1/deprived/0", "wrong-type");
        refused.field("/units/1/deprived", Arrays.asList(true, null, true, true), "/units/1/deprived/1", "not-null");
    }

    @Test
    void refusesEmptyPopulationsAndGroups() {
        var refused = new Refused(PATH, Body.of(MultidimensionalResource.REQUEST));

        refused.field("/units/2/size", 0, "/units/2/group", "group-without-population");
        refused.field("/units", List.of(judged(Map.of("size", 0))), "/units", "population-zero");
    }

    @Test
    void takesNoMoreThanItPromises() {
        var body = Body.of(MultidimensionalResource.REQUEST);
        var refused = new Refused(PATH, body);
        var indicators = IntStream.rangeClosed(1, 51)
                .mapToObj(i -> Map.of("code", "I" + i, "weight", "1/51"))
                .toList();
        var units = new ArrayList<Object>(Collections.nCopies(1_000, judged(Map.of())));
        IntStream.rangeClosed(0, 1_000).forEach(i -> units.add(judged(Map.of("group", "G" + i))));

        refused.field("/indicators", indicators, "/indicators", "size");
        refused.field("/units", Collections.nCopies(10_001, judged(Map.of())), "/units", "size");
        refused.field("/units", units, "/units/2000/group", "too-many-groups");
        post(ANALYST, PATH, body.with("/units", Collections.nCopies(10_000, judged(Map.of()))))
                .then()
                .statusCode(200)
                .body("H.exact", equalTo("1"));
    }

    private static Map<String, Object> judged(Map<String, Object> more) {
        var unit = new HashMap<>(more);
        unit.put("deprived", List.of(true, false, true, false));
        return unit;
    }

    private static Body fourPeople() {
        return Body.of("""
                {"cutoff": "2/4",
                 "indicators": [{"code": "INCOME", "weight": 0.25, "cutoff": 13},
                   {"code": "SCHOOLING", "weight": "0.25", "cutoff": "12"},
                   {"code": "HEALTH", "weight": "1/4", "cutoff": "6/2"},
                   {"code": "SERVICES", "weight": "25e-2", "cutoff": 1.0}],
                 "units": [{"id": "p1", "values": [13.1, 14, 4, 1]}, {"id": "p2", "values": [15.2, 7, 5, 0]},
                   {"id": "p3", "values": ["12.5", "10", "1", "0"]}, {"id": "p4", "values": [20, 11, 3, 1]}]}""");
    }
}
