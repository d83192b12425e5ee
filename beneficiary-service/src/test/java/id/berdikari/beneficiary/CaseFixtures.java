package id.berdikari.beneficiary;

import static io.restassured.RestAssured.given;

import id.berdikari.local.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

/** Bodies that are accepted, and cases taken to a certain step over HTTP. */
public final class CaseFixtures {
    public static final String NOMINATIONS = "/api/v1/nominations";
    public static final String VERIFIER = TestTokens.of("verifier");
    public static final String SURVEYOR = TestTokens.of("surveyor");
    public static final String DECIDER = TestTokens.of("decider");
    public static final String OTHER_DECIDER = TestTokens.of("decider", "decider-2");

    private CaseFixtures() {}

    public static Body aNomination() {
        return Body.of("""
                {"nominatedOn": "2026-01-05",
                 "candidate": {"fullName": "Sutinah Wiryapernata", "birthDate": "1958-03-14", "sex": "FEMALE",
                   "nik": "3302275403580001", "phone": "0812-3456-7890", "areaCode": "33.02.27.1001",
                   "address": "Jalan Kenangasari 5 RT 02/RW 03, Purwanegara"},
                 "livelihood": "Berjualan sapu lidi PLANTED-LIVELIHOOD", "reason": "Sulit berjalan PLANTED-REASON",
                 "nominator": {"fullName": "Bambangtri Kusumo", "phone": "+62 812-9876-5432"}}""");
    }

    public static Body aPreSurvey() {
        return Body.of("""
                {"outcome": "PROCEED", "reason": "Memenuhi PLANTED-CHECK",
                 "criteria": [{"code": "WORKS_NOT_BEGS", "met": true, "note": "PLANTED-NOTE"},
                   {"code": "DISABLED_ELDERLY_OR_POOR", "met": true}, {"code": "NOT_YET_HELPED", "met": true},
                   {"code": "WANTS_HELP", "met": true}]}""");
    }

    public static Body aSurvey() {
        return Body.of("""
                {"visitedOn": "2026-01-12", "surveyors": ["surveyor-1", "surveyor-2"],
                 "income": {"amount": "450000.00", "currency": "IDR"}, "dependants": 2, "housing": "Papan PLANTED-HOUSING",
                 "disability": {"SEE": 1, "HEAR": 1, "WALK": 3, "REM": 1, "CARE": 2, "COMM": 1},
                 "needs": [{"programType": "MOBILITY_AID", "description": "Kruk PLANTED-NEED",
                   "estimate": {"amount": "350000.00", "currency": "IDR"}}],
                 "location": {"latitude": -7.4245, "longitude": 109.2302},
                 "consents": [{"purpose": "ASSISTANCE", "given": true, "witness": "PLANTED-WITNESS"},
                   {"purpose": "PUBLICATION", "given": true, "witness": "PLANTED-WITNESS"}]}""");
    }

    public static Body anApproval() {
        return Body.of("""
                {"outcome": "APPROVE", "heldOn": "2026-01-20", "deciders": ["decider-1", "decider-2", "decider-3"],
                 "votes": {"for": 3, "against": 0},
                 "needs": [{"programType": "MOBILITY_AID", "description": "Kruk PLANTED-APPROVED",
                   "amount": {"amount": "300000.00", "currency": "IDR"}}],
                 "alias": "Ibu Melati", "publicStory": "Penjual sapu lidi dari Purwokerto ini perlu alat bantu jalan.",
                 "reason": "Mendesak PLANTED-DECISION"}""");
    }

    public static Response post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .header("Accept-Language", "en")
                .contentType(ContentType.JSON)
                .body(body.toString())
                .post(path);
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).header("Accept-Language", "en").get(path);
    }

    public static String at(String id) {
        return NOMINATIONS + "/" + id;
    }

    public static String nominated() {
        return nominated(aNomination());
    }

    public static String nominated(Body body) {
        return post(SURVEYOR, NOMINATIONS, body)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String preSurveyed() {
        var id = nominated();
        post(VERIFIER, at(id) + "/pre-survey", aPreSurvey()).then().statusCode(200);
        return id;
    }

    public static String surveyed() {
        return surveyed(aSurvey());
    }

    public static String surveyed(Body survey) {
        var id = preSurveyed();
        post(SURVEYOR, at(id) + "/survey", survey).then().statusCode(200);
        return id;
    }

    public static String proposed(Body decision) {
        var id = surveyed();
        post(DECIDER, at(id) + "/decision", decision).then().statusCode(200);
        return id;
    }

    /** A case taken through all steps; answers the beneficiary. */
    public static String approved() {
        return confirmed(proposed(anApproval())).path("beneficiaryId");
    }

    public static Response confirmed(String id) {
        return post(OTHER_DECIDER, at(id) + "/decision/confirmation", "{}");
    }

    public static String statusOf(String id) {
        return get(VERIFIER, at(id)).path("status");
    }
}
