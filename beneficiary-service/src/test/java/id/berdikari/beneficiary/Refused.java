package id.berdikari.beneficiary;

import static id.berdikari.beneficiary.CaseFixtures.post;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import id.berdikari.local.test.TestTokens;
import org.jspecify.annotations.Nullable;

/** Checks that an operation without state refuses a body for one reason. */
public record Refused(String path, Body body) {

    public void field(String pointer, @Nullable Object value, String refusedPointer, String rule) {
        body(body.with(pointer, value), refusedPointer, rule);
    }

    public void body(Object refused, String pointer, String rule) {
        post(TestTokens.of("partner"), path, refused)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-request"))
                .body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", not(emptyOrNullString()))
                .body("errors[0].detail", not(equalTo(rule)));
    }
}
