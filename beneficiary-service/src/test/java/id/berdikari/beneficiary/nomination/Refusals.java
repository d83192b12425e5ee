package id.berdikari.beneficiary.nomination;

import static id.berdikari.beneficiary.CaseFixtures.at;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.CaseFixtures.statusOf;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.Body;
import io.restassured.response.ValidatableResponse;
import org.jspecify.annotations.Nullable;

/** Checks that a step is refused for one reason, and that the case stands as before. */
record Refusals(String id, String step, Body body) {

    void field(String token, String pointer, @Nullable Object value, String refusedPointer, String rule) {
        refused(token, body.with(pointer, value))
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors[0].pointer", equalTo(refusedPointer))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", not(emptyOrNullString()))
                .body("errors[0].detail", not(equalTo(rule)));
    }

    void problem(String token, Body changed, String code) {
        refused(token, changed).statusCode(409).body("type", equalTo("/problems/" + code));
    }

    private ValidatableResponse refused(String token, Body changed) {
        var before = statusOf(id);
        var answer = post(token, at(id) + step, changed).then();
        assertEquals(before, statusOf(id));
        return answer;
    }
}
