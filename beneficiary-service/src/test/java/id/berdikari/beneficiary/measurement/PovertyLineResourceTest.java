package id.berdikari.beneficiary.measurement;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PovertyLineResourceTest {
    private static final String LINES = "/api/v1/poverty-lines";
    private static final String ADMIN = TestTokens.of("admin");

    @Inject
    PovertyLines lines;

    @Test
    void shipsTheVerifiedNationalLines() {
        get(SURVEYOR, LINES + "?asOf=2025-08-31&areaCode=94")
                .then()
                .statusCode(200)
                .body(
                        "items.findAll { it.areaCode == null }.amount.amount",
                        contains("580349.00", "629561.00", "609160.00"))
                .body("items.findAll { it.areaCode == null }.settlement", contains("RURAL", "URBAN", null));
        get(SURVEYOR, LINES + "?asOf=2025-09-01&areaCode=94")
                .then()
                .body("items.findAll { it.settlement == null }.amount.amount", contains("641443.00"));
    }

    @Test
    @Transactional
    void findsTheLatestLineOfTheSmallestArea() {
        var province = added(aLine("12", "2024-03-01", "600000"));
        var later = added(aLine("12", "2024-09-01", "610000"));
        var regency = added(aLine("12.71", "2023-03-01", "700000"));
        added(aLine("12.71", "2023-03-01", "720000").with("/settlement", "URBAN"));

        assertEquals(regency, lineOf("12.71.01.1001", "2026-01-12"));
        assertEquals(later, lineOf("12.72.01.1001", "2026-01-12"));
        assertEquals(later, lineOf("12", "2024-09-01"));
        assertEquals(province, lineOf("12.72.01.1001", "2024-08-31"));
        assertEquals("0195e000-0000-7000-8000-000000000001", lineOf("13.01.01.2001", "2025-03-01"));
        assertNull(lineOf("13.01.01.2001", "2025-02-28"));
    }

    @Test
    void correctsALineByNameOnly() {
        var line = aLine("14", "2024-03-01", "640000");
        var wrong = added(line);

        post(ADMIN, LINES, line).then().statusCode(409).body("type", equalTo("/problems/poverty-line-exists"));
        refuses(line.with("/supersedes", wrong).with("/validFrom", "2024-09-01"), "/supersedes", "not-the-same-line");
        var right = added(aLine("14", "2024-03-01", "645000").with("/supersedes", wrong));
        post(ADMIN, LINES, line.with("/supersedes", wrong))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/poverty-line-superseded"));

        get(SURVEYOR, LINES + "?areaCode=14")
                .then()
                .body("items.findAll { it.areaCode == '14' }.id", contains(right, wrong))
                .body("items.find { it.id == '" + wrong + "' }.supersededAt", notNullValue())
                .body("items.find { it.id == '" + right + "' }.supersedes", equalTo(wrong));
        get(SURVEYOR, LINES + "?areaCode=14&asOf=2026-01-12")
                .then()
                .body("items.id", hasItem(right))
                .body("items.id", not(hasItem(wrong)));
        get(SURVEYOR, LINES + "?limit=1").then().body("items", hasSize(1)).body("next", notNullValue());
    }

    @Test
    void refusesWhatIsNoLine() {
        refuses(aLine("14.01.01", "2024-03-01", "1"), "/areaCode", "size");
        refuses(aLine("14.0", "2024-03-01", "1"), "/areaCode", "area-unknown");
        refuses(aLine("10", "2024-03-01", "1"), "/areaCode", "area-unknown");
        refuses(aLine("14", "2199-03-01", "1"), "/validFrom", "date-in-future");
        refuses(aLine("14", "2024-03-01", "0"), "/amount", "positive-money");
        refuses(aLine("14", "2024-03-01", "1").with("/source", " "), "/source", "not-blank");
        get(SURVEYOR, LINES + "?areaCode=Jawa").then().statusCode(400);
    }

    private static Body aLine(String areaCode, String validFrom, String amount) {
        return Body.of("{\"source\": \"BPS\", \"amount\": {\"currency\": \"IDR\"}}")
                .with("/areaCode", areaCode)
                .with("/validFrom", validFrom)
                .with("/amount/amount", amount + ".00");
    }

    private static String added(Body line) {
        return post(ADMIN, LINES, line).then().statusCode(201).extract().path("id");
    }

    private @Nullable String lineOf(String areaCode, String day) {
        return lines.of(areaCode, LocalDate.parse(day))
                .map(line -> line.id().toString())
                .orElse(null);
    }

    private static ValidatableResponse refuses(Body line, String pointer, String rule) {
        return post(ADMIN, LINES, line)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule));
    }
}
