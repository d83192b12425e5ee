package id.berdikari.fundraising.permit;

import static id.berdikari.fundraising.Given.as;
import static id.berdikari.fundraising.Given.permit;
import static id.berdikari.fundraising.Given.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PermitResourceTest {

    @Test
    void aPermitIsRecordedAndFound() {
        var id = permit("33.02", today(), today().plusMonths(3));

        as("treasurer")
                .get("/api/v1/permits/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"0\"")
                .body("status", equalTo("VALID"))
                .body("kind", equalTo("GENERAL"));
        as("auditor")
                .get("/api/v1/permits?kind=GENERAL&validOn=" + today())
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void aPermitLongerThanThreeMonthsIsRefused() {
        registering(
                        UUID.randomUUID().toString(),
                        "33.02",
                        today(),
                        today().plusMonths(3).plusDays(1))
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/validTo"))
                .body("errors[0].rule", equalTo("permit-too-long"));
        registering(UUID.randomUUID().toString(), "33.02", today(), today().minusDays(1))
                .statusCode(400)
                .body("errors[0].rule", equalTo("ends-before-it-begins"));
    }

    @Test
    void anUnknownAreaIsRefused() {
        registering(UUID.randomUUID().toString(), "33.99", today(), today())
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/scopeAreaCodes/0"))
                .body("errors[0].rule", equalTo("area-unknown"));
        registering(UUID.randomUUID().toString(), "Banyumas", today(), today()).statusCode(400);
        registering(UUID.randomUUID().toString(), "*", today(), today()).statusCode(201);
    }

    @Test
    void aNumberIsRecordedOnce() {
        var number = UUID.randomUUID().toString();

        registering(number, "33.02", today(), today()).statusCode(201);
        registering(number, "33.02", today(), today())
                .statusCode(409)
                .body("type", equalTo("/problems/permit-number-taken"));
    }

    @Test
    void anExtensionNeedsTheVersionThatWasSeenAndOneMonthAtMost() {
        var end = today().plusMonths(1);
        var id = permit("33.02", today(), end);

        extending(id, null, end.plusDays(1)).statusCode(428);
        extending(id, "\"7\"", end.plusDays(1)).statusCode(412);
        extending(id, "\"0\"", end.plusMonths(1).plusDays(1))
                .statusCode(400)
                .body("errors[0].rule", equalTo("extension-too-long"));
        extending(id, "\"0\"", end.plusMonths(1)).statusCode(200).header("ETag", "\"1\"");
        extending(id, "\"1\"", end.plusMonths(1).plusDays(1)).statusCode(400);
    }

    private static ValidatableResponse extending(
            String id, @org.jspecify.annotations.Nullable String ifMatch, LocalDate until) {
        var request = as("admin").body("{\"validTo\":\"" + until + "\"}");
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .patch("/api/v1/permits/" + id)
                .then();
    }

    private static ValidatableResponse registering(String number, String areaCode, LocalDate from, LocalDate to) {
        return as("admin")
                .body("""
                        {"number":"%s","authority":"Bupati","scopeAreaCodes":["%s"],"validFrom":"%s","validTo":"%s","kind":"GENERAL"}
                        """.formatted(number, areaCode, from, to))
                .post("/api/v1/permits")
                .then();
    }
}
