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
import id.berdikari.beneficiary.instrument.InstrumentFixtures;
import id.berdikari.beneficiary.profile.Adversary.Published;
import id.berdikari.beneficiary.registry.RegistryFixtures;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import javax.sql.DataSource;
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
 *
 * <p>All were surveyed in 2026, against a line of 640,000: fishing ones spend 400,000 a head and have no floor and no clean stove;
 * trading ones spend just 640,000 and have no floor; poor farming ones spend 480,000 and lack school and water, the others
 * 1,000,000 and lack school. Each weighs a quarter, poor is who lacks half.
 */
@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class ProfileResourceTest {
    private static final String PROFILES = "/api/v1/poverty/profiles?areaCode=";
    private static final String DISTRICT = "11.72.01";
    private static final String MONITOR = TestTokens.of("monitor");
    private static final String SET = "profile-test";
    private static boolean isPopulated;

    @Inject
    Clock clock;

    @Inject
    DataSource database;

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
        measure();
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
    void tellsHowPoorPeopleAreByTheirLines() {
        profile(DISTRICT, "")
                .body("measured.dimensionSet", equalTo(SET))
                .body("measured.version", equalTo(1))
                .body("measured.title", equalTo("Four things"))
                .body("measured.year", equalTo(2026))
                .body("measured.lines.amount", contains("640000.00"))
                .body("coverage.householdsMeasured", equalTo(38))
                .body("level.line.households", equalTo(38))
                .body("level.line.persons", equalTo(115))
                .body("level.line.P0.exact", equalTo("62/115"))
                .body("level.line.P1.exact", equalTo("77/460"))
                .body("level.line.P2.exact", equalTo("199/3680"));
    }

    @Test
    void findsWhatTheOpenCallFinds() {
        var stated = profile(DISTRICT, "").extract();
        post(MONITOR, "/api/v1/poverty/fgt", """
                {"line": 640000, "observations": [{"value": 400000, "weight": 30}, {"value": 640000, "weight": 21},
                 {"value": 480000, "weight": 32}, {"value": 1000000, "weight": 32}]}""")
                .then()
                .statusCode(200)
                .body("P0.exact", equalTo(stated.path("level.line.P0.exact")))
                .body("P1.exact", equalTo(stated.path("level.line.P1.exact")))
                .body("P2.exact", equalTo(stated.path("level.line.P2.exact")));
    }

    @Test
    void tellsInWhatPeopleAreDeprived() {
        profile(DISTRICT, "")
                .body("level.dimensions.persons", equalTo(115))
                .body("level.dimensions.H.exact", equalTo("62/115"))
                .body("level.dimensions.A.exact", equalTo("1/2"))
                .body("level.dimensions.M0.exact", equalTo("31/115"))
                .body("dimensions.indicators.code", contains("FLOOR", "COOKING", "SCHOOL", "WATER"))
                .body("dimensions.indicators.hidden", contains("NOTHING", "POOR", "NOTHING", "POOR"))
                .body("dimensions.indicators[0].title", equalTo("No floor"))
                .body("dimensions.indicators[0].uncensoredHeadcount.exact", equalTo("51/115"))
                .body("dimensions.indicators[0].censoredHeadcount.exact", equalTo("6/23"))
                .body("dimensions.indicators[0].contribution.exact", equalTo("15/62"))
                .body("dimensions.indicators[1].uncensoredHeadcount.exact", equalTo("6/23"))
                .body("dimensions.indicators[1].censoredHeadcount", nullValue())
                .body("dimensions.indicators[1].contribution", nullValue())
                .body("dimensions.dimensions.dimension", contains("LIVING", "EDUCATION", "HEALTH"))
                .body("dimensions.dimensions.hidden", contains(true, false, true))
                .body("dimensions.dimensions[0].contribution", nullValue())
                .body("dimensions.dimensions[1].contribution.exact", equalTo("8/31"));
    }

    @Test
    void breaksTheMeasuresDown() {
        profile(DISTRICT, "&by=SEX")
                .body("parts.parts[0].line.persons", equalTo(38))
                .body("parts.parts[0].line.households", nullValue())
                .body("parts.parts[0].line.P0.exact", equalTo("23/38"))
                .body("parts.parts[0].line.P1.exact", equalTo("61/304"))
                .body("parts.parts[0].dimensions.M0.exact", equalTo("23/76"))
                .body("parts.parts[1].line.persons", equalTo(77));
        profile(DISTRICT, "&by=LIVELIHOOD")
                .body("parts.parts.find { it.code == 'SMALL_TRADE' }.line.P0.exact", equalTo("0"))
                .body("parts.parts.find { it.code == 'FISHING' }.line.hidden", equalTo("POOR"))
                .body("parts.parts.find { it.code == 'FISHING' }.line.P1", nullValue())
                .body("parts.parts.find { it.code == 'FARMING' }.line.P1", nullValue())
                .body("parts.parts.find { it.code == 'FARMING' }.line.households", equalTo(16));
        profile(DISTRICT, "&by=VILLAGE")
                .body("parts.parts.find { it.code == '11.72.01.2006' }.dimensions.persons", nullValue());
    }

    @Test
    void countsAsPoorWhomTheClientMeans() {
        profile(DISTRICT, "&poor=LINE")
                .body("poor.meaning", equalTo("Spends less than the poverty line"))
                .body("level.households", equalTo(38))
                .body("level.poorPersons", equalTo(62));
        profile(DISTRICT, "&poor=DIMENSIONS&dimensionSet=" + SET).body("level.poorHouseholds", equalTo(23));
        profile(DISTRICT, "&poor=LINE&year=2019")
                .body("measured", nullValue())
                .body("level.households", equalTo(0))
                .body("level.line.persons", equalTo(0))
                .body("level.line.P0", nullValue())
                .body("dimensions.indicators", empty());
        profile(DISTRICT, "&year=2025")
                .body("measured.year", equalTo(2025))
                .body("level.line.households", equalTo(7))
                .body("level.line.hidden", equalTo("POOR"))
                .body("level.line.P1", nullValue())
                .body("level.dimensions.M0", nullValue());
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
        refuse(DISTRICT + "&dimensionSet=nothing", "dimensionSet", "dimension-set-unknown");
        refuse(DISTRICT + "&year=1999", "year", "min");
        refuse(DISTRICT + "&year=last", "year", "not-a-int");
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

    /** As the surveys would have measured them; an older survey of the same year and a corrected one do not count. */
    private void measure() {
        var instrument = InstrumentFixtures.published();
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into dimension_set (id, version, code, number, status, instrument_id, content, drafters,
                        published_by, published_on, retired_on)
                    values ('0198c6c4-0000-7000-8000-000000000001', 0, 'profile-test', 1, 'RETIRED', '%s', '{
                        "title": {"id": "Empat hal", "en": "Four things"},
                        "explanation": {"id": "Untuk uji", "en": "For a test"}, "cutoff": "1/2", "indicators": [
                        {"code": "FLOOR", "dimension": "LIVING", "weight": "1/4", "condition": "true",
                         "title": {"id": "Tanpa lantai", "en": "No floor"}},
                        {"code": "COOKING", "dimension": "LIVING", "weight": "1/4", "condition": "true",
                         "title": {"id": "Tanpa kompor bersih", "en": "No clean stove"}},
                        {"code": "SCHOOL", "dimension": "EDUCATION", "weight": "1/4", "condition": "true",
                         "title": {"id": "Tanpa sekolah", "en": "No school"}},
                        {"code": "WATER", "dimension": "HEALTH", "weight": "1/4", "condition": "true",
                         "title": {"id": "Tanpa air bersih", "en": "No safe water"}}]}',
                        '["verifier-1"]', 'decider-1', '2025-01-01', '2025-01-02')
                    """.formatted(instrument));
            for (var survey : List.of(
                    "'2026-05-01', 400000, null from household where area_code like '11.72.01%'",
                    "'2026-03-01', 1, null from household where area_code like '11.72.01%'",
                    "'2026-06-01', 1, now() from household where area_code like '11.72.01%'",
                    "'2025-06-01', 1, null from household where area_code = '11.72.01.2007'")) {
                statement.execute(surveyed(instrument, survey));
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Each household once, on a day, those who fish with an expenditure a head. */
    private static String surveyed(String instrument, String survey) {
        return """
            with surveyed as (
                select id as household_id, gen_random_uuid() as submission_id, gen_random_uuid() as id, area_code,
                    facts ->> 'livelihood' as livelihood, decile <= 4 as is_poor, %2$s),
            dated (household_id, submission_id, id, area_code, livelihood, is_poor, day, amount, superseded_at) as (
                select * from surveyed),
            submission as (
                insert into survey_submission (id, version, instrument_id, subject_type, subject_id, area_code, surveyed_on,
                    surveyor, source, answers, scores, recorded_by, recorded_at)
                select submission_id, 0, '%1$s', 'HOUSEHOLD', household_id, area_code, cast(day as date), 'surveyor-1',
                    'API', '{}', '[]', 'surveyor-1', now() from dated),
            measured as (
                select d.*, cast(c.size as integer) as size,
                    case livelihood when 'FISHING' then amount when 'SMALL_TRADE' then 640000
                        else case when is_poor then 480000 else 1000000 end end as per_head,
                    case livelihood when 'FISHING' then '{FLOOR,COOKING}' when 'SMALL_TRADE' then '{FLOOR}'
                        else case when is_poor then '{SCHOOL,WATER}' else '{SCHOOL}' end end as deprived
                from dated d
                cross join lateral (select count(*) as size from membership m where m.household_id = d.household_id) c),
            measurement as (
                insert into poverty_measurement (id, household_id, submission_id, dimension_set_id, instrument_id, area_code,
                    measured_on, members_on, size, deprived, unknown, score_numerator, denominator, poor, expenditure,
                    expenditure_per_head, line_id, line_amount, poor_by_line, recorded_at, superseded_at)
                select id, household_id, submission_id, '0198c6c4-0000-7000-8000-000000000001', '%1$s', area_code,
                    cast(day as date), cast(day as date), size, cast(deprived as text[]), '{}',
                    cardinality(cast(deprived as text[])), 4, cardinality(cast(deprived as text[])) >= 2, per_head * size,
                    per_head, '0195e000-0000-7000-8000-000000000004', 640000, per_head < 640000, now(),
                    cast(superseded_at as timestamptz)
                from measured)
            insert into poverty_measurement_member (measurement_id, number, person_id, sex, age, disabled)
            select d.id, row_number() over (partition by d.id order by p.id), p.id, p.sex, 2026 - p.birth_year, p.disabled
            from dated d join membership m on m.household_id = d.household_id join person p on p.id = m.person_id
            """.formatted(instrument, survey);
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
