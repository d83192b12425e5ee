package id.berdikari.beneficiary.duplicate;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.PERSONS;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import id.berdikari.beneficiary.Body;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class DuplicateResourceTest {

    private static final String DUPLICATES = "/api/v1/duplicates";
    private static final String AUDITOR = TestTokens.of("auditor");
    private static final String ADMIN = TestTokens.of("admin");
    private static final String ELSEWHERE =
            TestTokens.with("verifier").areas("33.12").sign();

    /** Each test is about people born on a day of its own, so that nobody else's are like them. */
    private static final AtomicInteger DAY = new AtomicInteger();

    @Inject
    LikenessKeys keys;

    @Test
    void findsAtRegistrationWhoIsLikeSomebody() {
        var day = aDay();
        var first = registered("Soerjadi Wirjosoekarto", day, null);

        var answer = register("H. Suryadi Wiryosukarto, S.E.", day, null);

        answer.then().statusCode(201).body("possibleDuplicates", hasSize(1));
        var second = answer.<String>path("id");
        var id = answer.<String>path("possibleDuplicates[0]");
        get(VERIFIER, PERSONS + "/" + first).then().body("possibleDuplicates", contains(id));
        get(VERIFIER, duplicate(id))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("OPEN"))
                .body("band", equalTo("LIKELY"))
                .body("score", equalTo(22.2f))
                .body("origin", equalTo("REGISTRATION"))
                .body("records.personId", equalTo(List.of(first, second)))
                .body("records[0].who.fullName", equalTo("Soerjadi Wirjosoekarto"))
                .body("agreements.find { it.trait == 'NAME' }.agreement", equalTo("NAME_SAME"))
                .body("agreements.find { it.trait == 'NAME' }.weight", equalTo(8.6f));
        listed("status=OPEN&personId=" + first).body("items.id", contains(id));
        listed("band=LIKELY&areaCode=33.02.27&personId=" + first).body("items.id", contains(id));
        listed("band=POSSIBLE&personId=" + first).body("items", empty());
        listed("status=MERGED&personId=" + first).body("items", empty());
        listed("areaCode=33.12&personId=" + first).body("items", empty());
    }

    @Test
    void pagesByKeyset() {
        var day = aDay();
        var first = registered("Kartosentono", day, null);
        registered("Kartosentono", day, null);
        registered("Karto Sentono", day, null);

        var page = get(VERIFIER, DUPLICATES + "?limit=1&personId=" + first);

        page.then().statusCode(200).body("items", hasSize(1)).body("next", notNullValue());
        get(VERIFIER, DUPLICATES + "?limit=1&personId=" + first + "&cursor=" + page.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("items.id", not(hasItem(page.<String>path("items[0].id"))))
                .body("next", nullValue());
        get(VERIFIER, DUPLICATES + "?limit=1&cursor=" + page.path("next"))
                .then()
                .statusCode(400);
    }

    @Test
    void letsOneRecordCountWithWhatIsChosenOfTheOtherAndTakesItBack() {
        var day = aDay();
        var nik = aNik(day);
        var first = registered("Tjiptoroso", day, null);
        var second = registered("Ciptoroso", day, nik);
        var id = questionAbout(second);

        merge(id, first, "NIK", "FULL_NAME")
                .then()
                .statusCode(200)
                .body("status", equalTo("MERGED"))
                .body("survivorId", equalTo(first))
                .body("resolvedBy", equalTo("verifier-1"))
                .body("records.find { it.personId == '%s' }.who".formatted(second), nullValue());

        get(VERIFIER, PERSONS + "/" + first)
                .then()
                .body("identity.fullName", equalTo("Ciptoroso"))
                .body("identity.nik", equalTo(nik.substring(0, 4) + "••••••••" + nik.substring(12)))
                .body("possibleDuplicates", empty());
        get(VERIFIER, PERSONS + "/" + first + "/history")
                .then()
                .body("versions[0].changed", equalTo(List.of("fullName", "nik")));
        get(VERIFIER, PERSONS + "/" + second).then().statusCode(200).body("mergedInto", equalTo(first));
        correct(second, "Ciptoroso", day).then().statusCode(409).body("type", equalTo("/problems/person-merged"));
        merge(id, first).then().statusCode(409).body("type", equalTo("/problems/duplicate-already-resolved"));

        post(VERIFIER, duplicate(id) + "/undo", "{}").then().statusCode(200).body("status", equalTo("OPEN"));

        get(VERIFIER, PERSONS + "/" + first)
                .then()
                .body("identity.fullName", equalTo("Tjiptoroso"))
                .body("identity.nik", nullValue())
                .body("since", equalTo("2025-01-10"))
                .body("possibleDuplicates", contains(id));
        get(VERIFIER, PERSONS + "/" + second)
                .then()
                .body("mergedInto", nullValue())
                .body("identity.nik", notNullValue());
        register("Ciptoroso", day, nik)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/nik-already-registered"));
        post(VERIFIER, duplicate(id) + "/undo", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/duplicate-not-resolved"));
        merge(id, second).then().statusCode(200).body("survivorId", equalTo(second));
    }

    @Test
    void movesIntoTheHomeThatIsChosenAndBack() {
        var day = aDay();
        var mother = household(member("Wagiyah Sastrodiwiryo", day, "HEAD"));
        var child = household(member("Ngadiman", aDay(), "HEAD"), member("Hj. Wagijah Sastrodiwirjo", day, "PARENT"));
        var first = mother.<String>path("members[0].personId");
        var second = child.<String>path("members[1].personId");
        var id = questionAbout(second);

        merge(id, first, "HOME").then().statusCode(200);

        get(VERIFIER, PERSONS + "/" + first)
                .then()
                .body("householdId", equalTo(child.<String>path("id")))
                .body("relation", equalTo("PARENT"))
                .body("identity.fullName", equalTo("Wagiyah Sastrodiwiryo"));
        members(child).body("members.personId", hasItem(first)).body("members", hasSize(2));
        members(mother).body("members", empty());

        post(VERIFIER, duplicate(id) + "/undo", "{}").then().statusCode(200);

        members(child).body("members.personId", hasItem(second)).body("members", hasSize(2));
        members(mother).body("members.personId", contains(first)).body("members.relation", contains("HEAD"));
    }

    @Test
    void doesNotTakeBackWhatWasChangedSince() {
        var day = aDay();
        var first = registered("Prawirodirdjo", day, null);
        var id = questionAbout(registered("Prawirodirjo", day, null));
        merge(id, first).then().statusCode(200);
        correct(first, "Prawiro", day).then().statusCode(200);

        post(VERIFIER, duplicate(id) + "/undo", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/changed-since-merge"));
    }

    @Test
    void neverAsksAgainWhoWasToldApart() {
        var day = aDay();
        var first = registered("Martodikromo", day, null);
        var second = registered("Marto Dikromo", day, null);
        var id = questionAbout(second);

        post(VERIFIER, duplicate(id) + "/not-the-same", "{}")
                .then()
                .statusCode(200)
                .body("status", equalTo("NOT_THE_SAME"))
                .body("resolvedBy", equalTo("verifier-1"));

        correct(first, "Martodikromo", day).then().statusCode(200).body("possibleDuplicates", empty());
        report(second, first).then().statusCode(200).body("id", equalTo(id)).body("status", equalTo("NOT_THE_SAME"));
        post(VERIFIER, duplicate(id) + "/not-the-same", "{}").then().statusCode(409);
        merge(id, first).then().statusCode(409);

        var third = registered("Martadikrama", day, null);
        var thirdAndSecond = report(third, second).<String>path("id");
        merge(thirdAndSecond, third).then().statusCode(200);
        get(VERIFIER, DUPLICATES + "?status=NOT_THE_SAME&personId=" + third)
                .then()
                .body("items.records.personId.flatten()", hasItem(first));
        get(VERIFIER, PERSONS + "/" + third).then().body("possibleDuplicates", empty());
        post(VERIFIER, duplicate(thirdAndSecond) + "/undo", "{}").then().statusCode(200);
        get(VERIFIER, DUPLICATES + "?status=NOT_THE_SAME&personId=" + third)
                .then()
                .body("items", empty());

        post(VERIFIER, duplicate(id) + "/undo", "{}").then().statusCode(200).body("status", equalTo("OPEN"));
    }

    @Test
    void formsNoCirclesOfMerges() {
        var day = aDay();
        var first = registered("Sastrosoewignjo", day, null);
        var second = registered("Sastrosuwignyo", day, null);
        var firstAndSecond = questionAbout(second);
        var third = registered("Sastro Suwignyo", day, null);
        var secondAndThird = report(second, third).<String>path("id");
        var firstAndThird = report(first, third).<String>path("id");
        merge(firstAndSecond, first).then().statusCode(200);

        merge(secondAndThird, second).then().statusCode(409).body("type", equalTo("/problems/person-merged"));
        merge(secondAndThird, third).then().statusCode(409).body("type", equalTo("/problems/person-merged"));
        merge(firstAndThird, third).then().statusCode(200);
        post(VERIFIER, duplicate(firstAndSecond) + "/undo", "{}")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/person-merged"));
        post(VERIFIER, duplicate(firstAndThird) + "/undo", "{}").then().statusCode(200);
    }

    @Test
    void findsSomebodyByTheNikThatWasMerged() {
        var day = aDay();
        var nik = aNik(day);
        var first = registered("Djojodiningrat", day, null);
        merge(questionAbout(registered("Joyodiningrat", day, nik)), first)
                .then()
                .statusCode(200);

        check(VERIFIER, "Somebody Else", "1999-09-09", nik)
                .body("items.personId", contains(first))
                .body("items.sameNik", contains(true));
    }

    @Test
    void looksForSomebodyBeforeTheyAreRegistered() {
        var day = aDay();
        var nik = aNik(day);
        var id = registered("Tjokrosoemarto", day, nik);

        check(SURVEYOR, "Cokrosumarto", day.toString(), null)
                .body("items.personId", contains(id))
                .body("items[0].band", equalTo("LIKELY"))
                .body("items[0].sameNik", equalTo(false));
        check(SURVEYOR, "Somebody Else", "1999-09-09", nik)
                .body("items.personId", contains(id))
                .body("items[0].agreements.find { it.trait == 'NIK' }.agreement", equalTo("NIK_SAME"));
        check(ELSEWHERE, "Cokrosumarto", day.toString(), nik).body("items", empty());
    }

    @Test
    void sweepsUpWhoWasNotLookedAt() {
        var day = aDay();
        var before = registered("Hardjowigeno", aDay(), null);
        var first = registered("Reksohadiprodjo", day, null);
        QuarkusTransaction.requiringNew().run(() -> keys.forget(List.of(UUID.fromString(first))));
        var second = registered("Reksohadiprojo", day, null);
        get(VERIFIER, PERSONS + "/" + second).then().body("possibleDuplicates", empty());

        post(ADMIN, DUPLICATES + "/sweep", Body.of("{}").with("/after", before))
                .then()
                .statusCode(200)
                .body("compared", equalTo(2))
                .body("found", equalTo(1))
                .body("next", nullValue());

        get(VERIFIER, duplicate(questionAbout(second))).then().body("origin", equalTo("SWEEP"));
        post(ADMIN, DUPLICATES + "/sweep", Body.of("{}").with("/after", before))
                .then()
                .body("found", equalTo(0));
    }

    @Test
    void showsEachCallerAsMuchAsTheyMaySee() {
        var day = aDay();
        var first = registered("Notoprodjo", day, null);
        var id = questionAbout(registered("Notoprojo", day, null));

        var answer = get(AUDITOR, duplicate(id));
        answer.then()
                .statusCode(200)
                .body("records.who", contains(nullValue(), nullValue()))
                .body("agreements", hasSize(7));
        assertFalse(answer.asString().contains("Noto"));
        get(ELSEWHERE, duplicate(id)).then().statusCode(404);
        get(ELSEWHERE, DUPLICATES + "?personId=" + first).then().body("items", empty());
        post(ELSEWHERE, duplicate(id) + "/merge", mergeInto(first)).then().statusCode(404);
        post(ELSEWHERE, duplicate(id) + "/not-the-same", "{}").then().statusCode(404);
        post(SURVEYOR, duplicate(id) + "/merge", mergeInto(first)).then().statusCode(403);
        post(VERIFIER, DUPLICATES + "/sweep", "{}").then().statusCode(403);
        get(VERIFIER, duplicate(UUID.randomUUID().toString())).then().statusCode(404);
    }

    @Test
    void refusesWhatCannotBeAnswered() {
        var day = aDay();
        var first = registered("Atmosoedirdjo", day, null);
        var second = registered("Atmosudirjo", day, null);
        var stranger = registered("Partawidjaja", aDay(), null);
        var id = questionAbout(second);

        refused(report(first, first), "/otherPersonId", "same-person");
        refused(report(first, UUID.randomUUID().toString()), "/otherPersonId", "person-unknown");
        refused(merge(id, stranger), "/survivorId", "not-one-of-the-two");
        refused(post(VERIFIER, duplicate(id) + "/merge", "{}"), "/fromOther", "not-null");
        refused(
                post(VERIFIER, duplicate(id) + "/merge", mergeInto(first).with("/fromOther", List.of("SHOE_SIZE"))),
                "/fromOther/0",
                "not-one-of");
        refused(
                post(VERIFIER, duplicate(id) + "/merge", mergeInto(first).with("/force", true)),
                "/force",
                "unknown-field");
        get(VERIFIER, DUPLICATES + "?status=DONE").then().statusCode(400);

        post(VERIFIER, PERSONS + "/" + second + "/death", "{\"diedOn\": \"2025-02-01\"}")
                .then()
                .statusCode(200);
        merge(id, first).then().statusCode(409).body("type", equalTo("/problems/person-deceased"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, Somebody answered already",
        "id, Sudah ada yang menjawab",
    })
    void refusesInTheLanguageOfTheCaller(String language, String title) {
        var day = aDay();
        var name = language.toUpperCase(Locale.ROOT) + "diwirya Sosro";
        registered(name, day, null);
        var id = questionAbout(registered(name, day, null));
        post(VERIFIER, duplicate(id) + "/not-the-same", "{}").then().statusCode(200);

        given().auth()
                .oauth2(VERIFIER)
                .header("Accept-Language", language)
                .contentType("application/json")
                .body("{}")
                .post(duplicate(id) + "/not-the-same")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("title", equalTo(title));
    }

    @Test
    void takesOneOfTwoAnswersThatComeAtOnce() {
        var day = aDay();
        var first = registered("Wongsonegoro", day, null);
        var second = registered("Wongso Negoro", day, null);
        var id = questionAbout(second);

        var answers = Stream.of(first, second)
                .map(survivor ->
                        CompletableFuture.supplyAsync(() -> merge(id, survivor).statusCode()))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .sorted()
                .toList();

        assertEquals(List.of(200, 409), answers);
    }

    private static LocalDate aDay() {
        return LocalDate.of(1941, 2, 2).plusDays(17L * DAY.getAndIncrement());
    }

    private static String aNik(LocalDate day) {
        return "330227%02d%02d%02d7001".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear() % 100);
    }

    private static Body aPerson(String name, LocalDate born, @Nullable String nik) {
        return Body.of("{\"sex\": \"MALE\"}")
                .with("/fullName", name)
                .with("/birthDate", born.toString())
                .with("/nik", nik);
    }

    private static Response register(String name, LocalDate born, @Nullable String nik) {
        return post(
                SURVEYOR,
                PERSONS,
                Body.of("{\"areaCode\": \"33.02.27.1003\", \"since\": \"2025-01-10\"}")
                        .with("/person", aPerson(name, born, nik).json()));
    }

    private static String registered(String name, LocalDate born, @Nullable String nik) {
        return register(name, born, nik).then().statusCode(201).extract().path("id");
    }

    private static Response correct(String id, String name, LocalDate born) {
        return put(
                VERIFIER,
                PERSONS + "/" + id,
                "*",
                Body.of("{}").with("/person", aPerson(name, born, null).json()));
    }

    private static Body member(String name, LocalDate born, String relation) {
        return Body.of("{}")
                .with("/relation", relation)
                .with("/person", aPerson(name, born, null).json());
    }

    private static Response household(Body... members) {
        return post(
                        SURVEYOR,
                        "/api/v1/households",
                        Body.of("""
                                {"since": "2025-01-10", "household": {"areaCode": "33.02.27.1003",
                                 "address": "Jalan Kenangasari 5", "assets": [], "causes": []}}""")
                                .with(
                                        "/members",
                                        Stream.of(members).map(Body::json).toList()))
                .then()
                .statusCode(201)
                .extract()
                .response();
    }

    private static ValidatableResponse members(Response household) {
        return get(VERIFIER, "/api/v1/households/" + household.path("id")).then();
    }

    private static String duplicate(String id) {
        return DUPLICATES + "/" + id;
    }

    private static String questionAbout(String person) {
        return get(VERIFIER, PERSONS + "/" + person)
                .then()
                .body("possibleDuplicates", hasSize(1))
                .extract()
                .path("possibleDuplicates[0]");
    }

    private static ValidatableResponse listed(String query) {
        return get(VERIFIER, DUPLICATES + "?" + query).then().statusCode(200);
    }

    private static Body mergeInto(String survivor, String... fromOther) {
        return Body.of("{}").with("/survivorId", survivor).with("/fromOther", List.of(fromOther));
    }

    private static Response merge(String id, String survivor, String... fromOther) {
        return post(VERIFIER, duplicate(id) + "/merge", mergeInto(survivor, fromOther));
    }

    private static Response report(String one, String other) {
        return post(VERIFIER, DUPLICATES, Body.of("{}").with("/personId", one).with("/otherPersonId", other));
    }

    private static ValidatableResponse check(String token, String name, String born, @Nullable String nik) {
        return post(
                        token,
                        DUPLICATES + "/check",
                        Body.of("{\"sex\": \"MALE\", \"areaCode\": \"33.02.27.1003\"}")
                                .with("/fullName", name)
                                .with("/birthDate", born)
                                .with("/nik", nik))
                .then()
                .statusCode(200);
    }

    private static void refused(Response answer, String pointer, String rule) {
        answer.then().statusCode(400).body("errors.find { it.rule == '%s' }.pointer".formatted(rule), equalTo(pointer));
    }
}
