package id.berdikari.beneficiary.profile;

import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.profile.Adversary.Published;
import id.berdikari.beneficiary.registry.RegistryFixtures;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Kecamatan Sukakarya of Sabang, with 38 households in four villages:
 *
 * <pre>
 * Krueng Raya   8 fishing, decile 1 (5) and 2 (3); 6 trading, decile 7; 1 trading without a decile
 * Aneuk Laot    6 farming, decile 3; 7 farming, decile 6
 * Kuta Timu     2 farming, decile 4; 1 farming, decile 8
 * Kuta Barat    7 fishing, decile 1
 * </pre>
 *
 * <p>Fishing households are a disabled woman of 66 and a boy of 11; trading ones a woman of 40, her husband and a child of 3;
 * farming ones a couple and children of 16 and 10, the man disabled where they are not poor.
 */
@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class ProfileResourceTest {
    private static final String PROFILES = "/api/v1/poverty/profiles?areaCode=";
    private static final String DISTRICT = "11.72.01";
    private static final String MONITOR = TestTokens.of("monitor");
    private static boolean isPopulated;

    @Inject
    Clock clock;

    @BeforeEach
    void populate() {
        if (isPopulated) {
            return;
        }
        isPopulated = true;
        times(5, () -> fishing("11.72.01.2004", 1));
        times(3, () -> fishing("11.72.01.2004", 2));
        times(6, () -> trading(7));
        trading(null);
        times(6, () -> farming("11.72.01.2005", 3, 1));
        times(7, () -> farming("11.72.01.2005", 6, 3));
        times(2, () -> farming("11.72.01.2006", 4, 1));
        farming("11.72.01.2006", 8, 3);
        times(7, () -> fishing("11.72.01.2007", 1));
    }

    @Test
    void tellsWhatIsKnownOfHowManyAndHowManyArePoor() {
        profile(DISTRICT, "")
                .body("area.name", equalTo("Sukakarya"))
                .body("area.level", equalTo("DISTRICT"))
                .body("area.within", contains("Aceh", "Kota Sabang"))
                .body("asOf", equalTo(today().toString()))
                .body("poor.meaning", equalTo("Lives in a household of DTSEN decile 1 to 4"))
                .body("hidden", equalTo(false))
                .body("coverage.households", equalTo(38))
                .body("coverage.persons", equalTo(115))
                .body("coverage.householdsWithDecile", equalTo(37))
                .body("coverage.newestDecileDate", equalTo("2026-01-31"))
                .body("coverage.personsAskedAboutDisability", equalTo(38))
                .body("level.households", equalTo(37))
                .body("level.persons", equalTo(112))
                .body("level.poorHouseholds", equalTo(23))
                .body("level.poorPersons", equalTo(62))
                .body("level.shareOfHouseholds.exact", equalTo("23/37"))
                .body("level.shareOfPersons.exact", equalTo("31/56"))
                .body("level.shareOfPersons.decimal", equalTo("0.553571428571428571"));
    }

    @Test
    void hidesSmallDecilesAmongThePoorestAndAmongTheOthers() {
        profile(DISTRICT, "")
                .body("level.deciles.findAll { it.hidden }.decile", contains(2, 4, 7, 8))
                .body("level.deciles.findAll { it.hidden }.persons", everyItem(nullValue()))
                .body("level.deciles[0].households", equalTo(12))
                .body("level.deciles[0].persons", equalTo(24))
                .body("level.deciles[2].households", equalTo(6))
                .body("level.deciles[4].households", equalTo(0))
                .body("level.deciles[5].persons", equalTo(28));
    }

    @Test
    void tellsWhoThePoorAreBesideWhoLivesThere() {
        group(DISTRICT, "HEAD_SEX", "FEMALE")
                .body("title", equalTo("Woman"))
                .body("everybody", equalTo(21))
                .body("poor", equalTo(15))
                .body("shareOfEverybody.exact", equalTo("21/37"))
                .body("shareOfPoor.exact", equalTo("15/23"))
                .body("timesMoreFrequent.exact", equalTo("185/161"));
        group(DISTRICT, "DISABILITY", "DISABLED")
                .body("everybody", equalTo(23))
                .body("poor", equalTo(15))
                .body("timesMoreFrequent.exact", equalTo("840/713"));
        group(DISTRICT, "DISABILITY", "UNKNOWN").body("everybody", equalTo(75)).body("poor", equalTo(39));
        group(DISTRICT, "AGE_BAND", "5-14").body("everybody", equalTo(31)).body("poor", equalTo(23));
        group(DISTRICT, "AGE_BAND", "25-59").body("everybody", equalTo(44)).body("poor", equalTo(16));
        group(DISTRICT, "SEX", "FEMALE").body("everybody", equalTo(37)).body("poor", equalTo(23));
    }

    /** All who fish are poor: to know that a family fishes would be to know that it is poor. */
    @Test
    void hidesWhereAllOfAGroupArePoorButShowsThatNobodyIs() {
        group(DISTRICT, "LIVELIHOOD", "FISHING")
                .body("hidden", equalTo("POOR"))
                .body("everybody", equalTo(15))
                .body("shareOfEverybody.exact", equalTo("15/37"))
                .body("poor", nullValue())
                .body("shareOfPoor", nullValue())
                .body("timesMoreFrequent", nullValue());
        group(DISTRICT, "LIVELIHOOD", "FARMING").body("hidden", equalTo("POOR"));
        group(DISTRICT, "LIVELIHOOD", "SMALL_TRADE")
                .body("hidden", equalTo("NOTHING"))
                .body("poor", equalTo(0))
                .body("timesMoreFrequent.decimal", equalTo("0"));
        group(DISTRICT, "AGE_BAND", "60+").body("hidden", equalTo("POOR"));
        group(DISTRICT, "AGE_BAND", "15-24").body("hidden", equalTo("POOR"));
        group(DISTRICT, "AGE_BAND", "0-4").body("poor", equalTo(0));
    }

    @Test
    void tellsTheCausesTheMostFrequentFirst() {
        profile(DISTRICT, "")
                .body("causes.households", equalTo(37))
                .body("causes.poorHouseholds", equalTo(23))
                .body("causes.causes.code", contains("NO_CAPITAL", "NO_LAND", "OLD_AGE"))
                .body("causes.causes[0].title", equalTo("No capital"))
                .body("causes.causes[0].shareOfHouseholds.exact", equalTo("21/37"))
                .body("causes.causes[0].shareOfPoorHouseholds.exact", equalTo("15/23"))
                .body("causes.causes[1].poorHouseholds", equalTo(8))
                .body("causes.causes[2].households", equalTo(15))
                .body("causes.causes[2].hidden", equalTo("POOR"))
                .body("causes.causes[2].shareOfPoorHouseholds", nullValue());
    }

    @Test
    void breaksTheLevelDownByPlaceAndHidesSmallPlacesWithOthers() {
        profile(DISTRICT, "&by=VILLAGE")
                .body("parts.title", equalTo("Desa or kelurahan"))
                .body("parts.parts.title", contains("Krueng Raya", "Aneuk Laot", "Kuta Timu", "Kuta Barat"))
                .body("parts.parts.hidden", contains("NOTHING", "POOR", "ALL", "ALL"))
                .body("parts.parts[0].households", equalTo(14))
                .body("parts.parts[0].poorHouseholds", equalTo(8))
                .body("parts.parts[0].persons", equalTo(34))
                .body("parts.parts[0].poorPersons", equalTo(16))
                .body("parts.parts[0].poorShare.exact", equalTo("8/17"))
                .body("parts.parts[0].shareOfPoor.exact", equalTo("8/31"))
                .body("parts.parts[1].persons", equalTo(52))
                .body("parts.parts[1].poorShare", nullValue())
                .body("parts.parts[2].persons", nullValue());
    }

    @Test
    void breaksTheLevelDownByGroupsOfPeople() {
        profile(DISTRICT, "&by=DISABILITY")
                .body("parts.parts.code", contains("DISABLED", "NOT_DISABLED", "UNKNOWN"))
                .body("parts.parts[0].households", nullValue())
                .body("parts.parts[0].persons", equalTo(23))
                .body("parts.parts[0].poorPersons", equalTo(15))
                .body("parts.parts[0].poorShare.exact", equalTo("15/23"));
        profile(DISTRICT, "&by=EDUCATION").body("parts.parts.size()", equalTo(3));
    }

    @Test
    void saysNothingOfAVillageWithFewHouseholds() {
        profile("11.72.01.2006", "")
                .body("hidden", equalTo(true))
                .body("coverage.values()", everyItem(nullValue()))
                .body("level.households", nullValue())
                .body("level.deciles.households", everyItem(nullValue()))
                .body("causes.households", nullValue())
                .body("characteristics.groups.flatten().everybody", everyItem(nullValue()));
        profile("11.72.01.2008", "")
                .body("hidden", equalTo(false))
                .body("coverage.households", equalTo(0))
                .body("level.shareOfPersons", nullValue())
                .body("causes.causes", empty());
    }

    @Test
    void saysOfAVillageWhereAllArePoorOnlyWhoLivesThere() {
        profile("11.72.01.2007", "")
                .body("level.households", equalTo(7))
                .body("level.poorHouseholds", nullValue())
                .body("level.deciles.hidden", everyItem(equalTo(true)))
                .body("characteristics.groups.flatten().poor", everyItem(nullValue()))
                .body("causes.causes.poorHouseholds", everyItem(nullValue()));
    }

    /** Takes every sum of an answer and every shown number, and looks what they leave for the hidden ones. */
    @Test
    void givesNoHiddenNumberAwayBySubtraction() throws Exception {
        for (var by : List.of("VILLAGE", "LIVELIHOOD", "EDUCATION", "HOUSEHOLD_SIZE", "AGE_BAND", "DISABILITY")) {
            var answer = Body.of(
                            get(VERIFIER, PROFILES + DISTRICT + "&by=" + by).asString())
                    .json();
            for (var topic : answer.get("characteristics")) {
                attack(
                        answer.get("level"),
                        topic.get("unit").asText().equals("HOUSEHOLD") ? "Households" : "Persons",
                        topic.get("groups"),
                        "everybody",
                        "poor");
            }
            attack(answer.get("level"), "Persons", answer.at("/parts/parts"), "persons", "poorPersons");
            if (!List.of("AGE_BAND", "DISABILITY").contains(by)) {
                attack(answer.get("level"), "Households", answer.at("/parts/parts"), "households", "poorHouseholds");
            }
        }
    }

    @Test
    void leavesOutWhoDiedAndWhatWasMerged() {
        var area = "11.72.02.2004";
        times(6, () -> farming(area, 2, 1));
        var mourning = farming(area, 2, 1);
        post(
                        VERIFIER,
                        "/api/v1/persons/"
                                + RegistryFixtures.member(mourning.extract().response(), 3) + "/death",
                        "{\"diedOn\": \"" + today().minusDays(3) + "\"}")
                .then()
                .statusCode(200);
        var merged = farming(area, 2, 1).extract().response();
        var members = IntStream.range(0, 4)
                .mapToObj(place -> Map.of("personId", RegistryFixtures.member(merged, place), "relation", "OTHER"))
                .toList();
        post(
                        VERIFIER,
                        "/api/v1/households/" + mourning.extract().path("id") + "/merge",
                        Body.of("{}")
                                .with("/householdId", merged.path("id"))
                                .with("/on", today().toString())
                                .with("/members", members))
                .then()
                .statusCode(200);

        profile(area, "").body("coverage.households", equalTo(7)).body("coverage.persons", equalTo(31));
    }

    @Test
    void answersInTheLanguageOfTheClient() {
        given().auth()
                .oauth2(MONITOR)
                .header("Accept-Language", "id")
                .get(PROFILES + DISTRICT)
                .then()
                .statusCode(200)
                .body("poor.meaning", equalTo("Tinggal dalam keluarga desil DTSEN 1 sampai 4"))
                .body("causes.causes[0].title", equalTo("Tidak ada modal"))
                .body("characteristics.groups.flatten().title", not(empty()));
    }

    @Test
    void refusesWhatCannotBeProfiled() {
        refuse("", "areaCode", "not-null");
        refuse("11.7", "areaCode", "pattern");
        refuse("11.99", "areaCode", "area-unknown");
        refuse(DISTRICT + "&by=TASTE", "by", "not-one-of");
        refuse(DISTRICT + "&poor=HUNGER", "poor", "not-one-of");
        refuse(DISTRICT + "&by=DISTRICT", "by", "part-level-unfit");
        refuse("11&by=VILLAGE", "by", "part-level-unfit");
        get(TestTokens.with("monitor").areas("11.71").sign(), PROFILES + DISTRICT)
                .then()
                .statusCode(404)
                .body("type", equalTo("/problems/not-found"));
        get(TestTokens.with("monitor").areas(DISTRICT).sign(), PROFILES + "11.72")
                .then()
                .statusCode(404);
        get(TestTokens.with("monitor").areas("11.72").sign(), PROFILES + DISTRICT)
                .then()
                .statusCode(200);
        get(SURVEYOR, PROFILES + DISTRICT).then().statusCode(403);
    }

    private static void attack(JsonNode level, String unit, JsonNode rows, String everybody, String poor) {
        var published = StreamSupport.stream(rows.spliterator(), false)
                .map(row -> new Published(number(row.get(everybody)), number(row.get(poor))))
                .toList();
        var adversary = new Adversary(
                level.get(unit.toLowerCase(Locale.ROOT)).asInt(), number(level.get("poor" + unit)), published);
        for (var place = 0; place < rows.size(); place++) {
            if (published.get(place).everybody() == null) {
                assertTrue(adversary.everybodyOf(place).choices() >= 5, rows.get(place) + " in " + adversary);
            }
            if (published.get(place).poor() == null) {
                assertTrue(adversary.poorOf(place).choices() >= 5, rows.get(place) + " in " + adversary);
            }
        }
    }

    private static @Nullable Integer number(JsonNode value) {
        return value.isNull() ? null : value.asInt();
    }

    private static ValidatableResponse group(String area, String topic, String code) {
        return profile(area, "")
                .rootPath("characteristics.find { it.topic == '%s' }.groups.find { it.code == '%s' }"
                        .formatted(topic, code));
    }

    private static ValidatableResponse profile(String area, String query) {
        return get(MONITOR, PROFILES + area + query).then().statusCode(200);
    }

    private static void refuse(String query, String pointer, String rule) {
        get(MONITOR, PROFILES + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors.pointer", contains(pointer))
                .body("errors.rule", contains(rule));
    }

    private ValidatableResponse fishing(String area, int decile) {
        return registered(
                household(area, "FISHING", decile, List.of("OLD_AGE", "NO_CAPITAL")),
                member("HEAD", "FEMALE", 66, "PRIMARY_UNFINISHED", 3),
                member("CHILD", "MALE", 11, null, null));
    }

    private ValidatableResponse trading(@Nullable Integer decile) {
        return registered(
                household("11.72.01.2004", "SMALL_TRADE", decile, List.of("NO_CAPITAL")),
                member("HEAD", "FEMALE", 40, "UPPER_SECONDARY", 1),
                member("HUSBAND", "MALE", 42, null, null),
                member("CHILD", "MALE", 3, null, null));
    }

    private ValidatableResponse farming(String area, int decile, int walking) {
        return registered(
                household(area, "FARMING", decile, List.of("NO_LAND")),
                member("HEAD", "MALE", 50, "PRIMARY", walking),
                member("WIFE", "FEMALE", 45, null, null),
                member("CHILD", "MALE", 16, null, null),
                member("CHILD", "MALE", 10, null, null));
    }

    private static Body household(String area, String livelihood, @Nullable Integer decile, List<String> causes) {
        return Body.of("{\"address\": \"Jurong Tengah\", \"assets\": []}")
                .with("/areaCode", area)
                .with("/livelihood", livelihood)
                .with("/causes", causes)
                .with("/dtsen", decile == null ? null : Map.of("decile", decile, "date", "2026-01-31"));
    }

    private Body member(String relation, String sex, int age, @Nullable String education, @Nullable Integer walking) {
        var person = Body.of("{\"fullName\": \"Orang Sabang\"}")
                .with("/sex", sex)
                .with("/birthYear", today().getYear() - age)
                .with("/education", education)
                .with(
                        "/functioning",
                        walking == null
                                ? null
                                : Map.of("SEE", 1, "HEAR", 1, "WALK", walking, "REM", 1, "CARE", 1, "COMM", 1));
        return Body.of("{}").with("/person", person.json()).with("/relation", relation);
    }

    private static ValidatableResponse registered(Body household, Body... members) {
        return post(
                        SURVEYOR,
                        "/api/v1/households",
                        Body.of("{\"since\": \"2025-01-10\"}")
                                .with("/household", household.json())
                                .with(
                                        "/members",
                                        List.of(members).stream()
                                                .map(Body::json)
                                                .toList()))
                .then()
                .statusCode(201);
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Asia/Jakarta")));
    }

    private static void times(int number, Runnable action) {
        for (var i = 0; i < number; i++) {
            action.run();
        }
    }
}
