package id.berdikari.beneficiary.imports;

import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.registry.BulkRegister;
import id.berdikari.beneficiary.registry.DuplicateWatch;
import id.berdikari.beneficiary.registry.RegistryFixtures;
import id.berdikari.kit.secret.Secrets;
import id.berdikari.kit.security.Caller;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class ImportResourceTest {

    private static final String IMPORTS = "/api/v1/imports";
    private static final String EXPORT = "/api/v1/exports/households.";
    private static final String HEADINGS =
            "household_key,area_code,address,family_card,assets,causes,dtsen_decile,dtsen_date,person_key,relation,full_name,"
                    + "sex,birth_date,birth_year,nik,phone,wg_see,wg_hear,wg_walk,wg_rem,wg_care,wg_comm\n";
    private static final AtomicInteger SOURCES = new AtomicInteger();

    @Inject
    ImportWorker worker;

    @Inject
    ImportBatch batch;

    @Inject
    BulkRegister register;

    @Inject
    DuplicateWatch watch;

    @Inject
    Importing importing;

    @Inject
    Caller caller;

    @Inject
    Secrets secrets;

    @Inject
    DataSource database;

    @Test
    void takesHouseholdsOnceHoweverOftenTheFileComes() {
        var source = aSource();
        var nik = RegistryFixtures.aNationalId();
        var file = HEADINGS + household("K1", nik)
                + "K1,,,,,,,,P2,CHILD,Slamet Impor,MALE,,1985,,,,,,,,\n"
                + household("K2", RegistryFixtures.aNationalId());

        var checked = check(sent(source, file));
        assertCounts(checked, "CHECKED", 2, 0, 0, 0);
        assertTrue(holders(nik).isEmpty());

        var first = run(checked);
        assertCounts(first, "FINISHED", 2, 0, 0, 0);
        first.then().body("line", equalTo(4)).body("findings", equalTo(0)).body("received", equalTo(file.length()));
        var household = get(VERIFIER, "/api/v1/households/" + householdOf(nik));
        household
                .then()
                .body("members.relation", equalTo(List.of("HEAD", "CHILD")))
                .body("members[0].identity.fullName", equalTo("Sutinah Impor"))
                .body("members[0].disabled", equalTo(true))
                .body("assets", equalTo(List.of("TELEPHONE", "BICYCLE")))
                .body("dtsen.decile", equalTo(1))
                .body("recordedBy", equalTo("verifier-1"));

        var again = run(sent(source, file));
        assertCounts(again, "FINISHED", 0, 0, 2, 0);
        assertEquals(
                household.asString(),
                get(VERIFIER, "/api/v1/households/" + householdOf(nik)).asString());
        assertEquals(0, kept(again.path("id")));
    }

    @Test
    void letsTheDatabaseCountWhatCame() {
        var analyzed = "select analyze_count::text from pg_stat_user_tables where relname = 'membership'";
        var before = Integer.parseInt(texts(analyzed).getFirst());

        run(sent(aSource(), HEADINGS + household("K1", RegistryFixtures.aNationalId())));

        assertTrue(Integer.parseInt(texts(analyzed).getFirst()) > before);
    }

    @Test
    void correctsWhatALaterFileOfTheSourceSaysOtherwise() {
        var source = aSource();
        var nik = RegistryFixtures.aNationalId();
        run(sent(source, HEADINGS + household("K1", nik)));
        var id = householdOf(nik);

        var later = HEADINGS + household("K1", nik).replace("Sutinah Impor", "Sutinah Rahayu")
                + "K1,,,,,,,,P2,CHILD,Slamet Impor,MALE,,1985,,,,,,,,\n";
        assertCounts(check(sent(source, later)), "CHECKED", 0, 1, 0, 0);
        assertCounts(run(sent(source, later)), "FINISHED", 0, 1, 0, 0);
        get(VERIFIER, "/api/v1/households/" + id)
                .then()
                .body("members.identity.fullName", equalTo(List.of("Sutinah Rahayu", "Slamet Impor")));
        get(VERIFIER, "/api/v1/persons/" + holders(nik).getFirst() + "/history")
                .then()
                .statusCode(200)
                .body(containsString("fullName"));

        var otherRelation = later.replace("CHILD,Slamet Impor", "GRANDCHILD,Slamet Impor");
        var refused = run(sent(source, otherRelation));
        assertCounts(refused, "FINISHED", 0, 0, 0, 1);
        assertFinding(refused, 3, "relation", "relation-differs");
        assertCounts(run(sent(source, later)), "FINISHED", 0, 0, 1, 0);
    }

    @Test
    void leavesAsItIsWhatALaterFileHasNoColumnFor() {
        var source = aSource();
        var nik = RegistryFixtures.aNationalId();
        run(sent(source, HEADINGS + household("K1", nik)));
        var id = householdOf(nik);
        var deciles = """
                household_key,area_code,address,dtsen_decile,dtsen_date,assets,person_key,relation,full_name,sex
                K1,33.02.27.1001,Jalan Impor 5,4,2026-01-31,,P1,HEAD,Sutinah Impor,FEMALE
                """;

        assertCounts(run(sent(source, deciles)), "FINISHED", 0, 1, 0, 0);

        get(VERIFIER, "/api/v1/households/" + id)
                .then()
                .body("dtsen.decile", equalTo(4))
                .body("causes", equalTo(List.of("OLD_AGE")))
                .body("assets", equalTo(List.of()))
                .body("dwelling.familyCard", notNullValue())
                .body("members[0].disabled", equalTo(true));
        assertEquals(1, holders(nik).size());
        get(VERIFIER, "/api/v1/persons/" + holders(nik).getFirst())
                .then()
                .body("identity.birthDate", equalTo("1958-03-14"))
                .body("functioning.WALK", equalTo(3));
    }

    @Test
    void takesNobodyWithoutAKeyForANewMemberOfAKnownHousehold() {
        var source = aSource();
        var nik = RegistryFixtures.aNationalId();
        var first = household("K1", nik).replace(",P1,HEAD", ",,HEAD");
        run(sent(source, HEADINGS + first));

        var otherwise = run(sent(source, HEADINGS + first.replace(nik, RegistryFixtures.aNationalId())));

        assertCounts(otherwise, "FINISHED", 0, 0, 0, 1);
        assertFinding(otherwise, 2, "person_key", "person-key-needed");
        get(VERIFIER, "/api/v1/households/" + householdOf(nik)).then().body("members", hasSize(1));
    }

    @Test
    void namesTheRowOfANumberThatSomebodyElseHas() {
        var source = aSource();
        var held = RegistryFixtures.aNationalId();
        var nik = RegistryFixtures.aNationalId();
        run(sent(source, HEADINGS + household("K1", held)));
        var child = "K2,,,,,,,,P2,CHILD,Slamet Impor,MALE,,1985,";
        var rest = ",,,,,,,\n";
        run(sent(source, HEADINGS + household("K2", nik) + child + rest));

        var refused = run(sent(source, HEADINGS + household("K2", nik) + child + held + rest));

        assertFinding(refused, 3, "nik", "nik-already-registered");
    }

    @Test
    void listsOfTwoRegenciesMayCountAlike() {
        var source = aSource();
        var here = RegistryFixtures.aNationalId();
        var there = RegistryFixtures.aNationalId();
        run(sent(source, HEADINGS + household("1", here)));

        run(sent(source, HEADINGS + household("1", there).replace("33.02.27.1001", "33.03.01.2001")));

        assertNotEquals(householdOf(here), householdOf(there));
    }

    @Test
    void givesUpOnAFileThatNobodyComesFurtherWith() {
        var id = UUID.fromString(sent(aSource(), HEADINGS + household("K1", RegistryFixtures.aNationalId())));
        importing(id);
        update("update register_import set tries = 5 where id = '" + id + "'");
        release(id);

        work();

        get(VERIFIER, IMPORTS + "/" + id)
                .then()
                .body("status", equalTo("FAILED"))
                .body("failure.rule", equalTo("given-up"));
        assertEquals(0, kept(id.toString()));
    }

    @Test
    void leavesOutHouseholdsWithAWrongLineAndSaysWhy() {
        var known = RegistryFixtures.aNationalId();
        RegistryFixtures.registered(RegistryFixtures.aPerson().with("/nik", known));
        var twice = RegistryFixtures.aNationalId();
        var fine = RegistryFixtures.aNationalId();
        var file = HEADINGS
                + household("K1", fine) // 2
                + household("K2", "3302275403580") // 3
                + household("K3", RegistryFixtures.aNationalId()).replace("33.02.27.1001", "33.02.27") // 4
                + household("K4", RegistryFixtures.aNationalId()).replace(",FEMALE,", ",WOMAN,") // 5
                + household("K5", known) // 6
                + household("K6", twice) // 7
                + household("K7", twice) // 8
                + household("K8", "3.30227E+15") // 9
                + household("K1", RegistryFixtures.aNationalId()) // 10
                + household("", RegistryFixtures.aNationalId()) // 11
                + household("K9", RegistryFixtures.aNationalId()).replace("1958-03-14", "14/03/1958") // 12
                + household("K10", RegistryFixtures.aNationalId()) // 13
                + "K10,33.02.27.1002,,,,,,,P2,CHILD,Slamet Impor,MALE,,1985,,,,,,,,\n" // 14
                + household("K11", RegistryFixtures.aNationalId()).replace(",3,1,2,1\n", ",,,,\n") // 15
                + household("K12", "") // 16
                + "K12,,,,,,,,P1,CHILD,Slamet Impor,MALE,,1985,,,,,,,,\n"; // 17
        var sent = sent(aSource(), file);

        for (var judged : List.of(check(sent), run(sent))) {
            judged.then()
                    .body("households.registered", equalTo(2))
                    .body("households.refused", equalTo(12))
                    .body("findings", equalTo(12));
            assertFinding(judged, 3, "nik", "nik-not-16-digits");
            assertFinding(judged, 4, "area_code", "area-not-a-village");
            assertFinding(judged, 5, "sex", "not-one-of");
            assertFinding(judged, 6, "nik", "nik-already-registered");
            assertFinding(judged, 8, "nik", "number-twice-in-file");
            assertFinding(judged, 9, "nik", "number-spoilt");
            assertFinding(judged, 10, "household_key", "rows-not-together");
            assertFinding(judged, 11, "household_key", "household-key-missing");
            assertFinding(judged, 12, "birth_date", "not-a-local-date");
            assertFinding(judged, 17, "person_key", "person-twice-in-household");
            assertFinding(judged, 14, "area_code", "household-rows-differ");
            findings(judged)
                    .then()
                    .body("items.findAll { it.line == 15 }.rule", equalTo(List.of("domains-unanswered")));
            findings(judged).then().body(not(containsString("3302275403580")));
        }
        assertEquals(1, holders(twice).size());
        given().auth()
                .oauth2(VERIFIER)
                .get(IMPORTS + "/" + sent + "/report")
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .header("Content-Disposition", containsString("attachment"))
                .body(containsString("line,column,rule,detail\r\n3,nik,nik-not-16-digits,"));
        get(VERIFIER, IMPORTS + "/" + sent + "/findings?limit=2").then().body("items", hasSize(2));
    }

    @Test
    void readsWorkbooks() throws IOException {
        var nik = RegistryFixtures.aNationalId();
        var lines = (HEADINGS + household("K1", nik)).split("\n", -1);
        var file = new ByteArrayOutputStream();
        try (var workbook = new Workbook(file, "test", "1.0")) {
            var sheet = workbook.newWorksheet("people");
            for (var row = 0; row < 2; row++) {
                var cells = lines[row].split(",", -1);
                for (var column = 0; column < cells.length; column++) {
                    if (!cells[column].isEmpty()) {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }

        assertCounts(run(sent(VERIFIER, "XLSX", aSource(), file.toByteArray())), "FINISHED", 1, 0, 0, 0);
        assertEquals(1, holders(nik).size());
    }

    @Test
    void saysWhereAFileCannotBeReadOn() {
        var nik = RegistryFixtures.aNationalId();
        var broken = run(sent(aSource(), HEADINGS + household("K1", nik) + "K2,\"33.02\"x,\n"));

        broken.then()
                .body("status", equalTo("FAILED"))
                .body("failure.rule", equalTo("quotes-broken"))
                .body("failure.line", equalTo(3))
                .body("finishedAt", not(nullValue()));
        run(sent(aSource(), "shoe_size\n41\n")).then().body("failure.rule", equalTo("heading-unknown"));
        assertEquals(0, kept(broken.path("id")));
    }

    @Test
    void takesAFileInPartsOfAnyOrderAndAgain() {
        var filler = "\n".repeat(UploadedParts.PART);
        var nik = RegistryFixtures.aNationalId();
        var file = HEADINGS + filler + household("K1", nik);
        var bytes = file.getBytes(StandardCharsets.UTF_8);
        var id = announced(VERIFIER, "CSV", aSource(), bytes.length);

        part(VERIFIER, id, 1, slice(bytes, 1)).then().statusCode(200);
        post(VERIFIER, IMPORTS + "/" + id + "/run", "")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/parts-missing"));
        part(VERIFIER, id, 0, new byte[UploadedParts.PART]).then().statusCode(200);
        part(VERIFIER, id, 0, slice(bytes, 0)).then().statusCode(200).body("received", equalTo(bytes.length));

        part(VERIFIER, id, 0, new byte[5])
                .then()
                .statusCode(400)
                .body("errors[0].rule", equalTo("part-size"))
                .body("errors[0].detail", containsString("1,048,576"));
        for (var number : List.of(-1, 2)) {
            part(VERIFIER, id, number, new byte[5])
                    .then()
                    .statusCode(400)
                    .body("errors[0].rule", equalTo("part-not-of-file"));
        }
        assertCounts(run(id), "FINISHED", 1, 0, 0, 0);
        part(VERIFIER, id, 0, slice(bytes, 0))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/already-received"));
    }

    @Test
    void refusesWhatIsTooLargeOrMalformed() {
        for (var tooLarge : List.of(announcement("CSV", "S", 2_147_483_648L), announcement("XLSX", "S", 16_777_217L))) {
            post(VERIFIER, IMPORTS, tooLarge)
                    .then()
                    .statusCode(413)
                    .body("type", equalTo("/problems/import-too-large"))
                    .body("detail", containsString("bytes"));
        }
        for (var wrong : List.of(
                announcement("CSV", "S", 0),
                announcement("CSV", "with space", 5),
                announcement("ODS", "S", 5),
                announcement("CSV", "S", 5).with("/size", null))) {
            post(VERIFIER, IMPORTS, wrong).then().statusCode(400).body("errors", hasSize(1));
        }
    }

    @Test
    void showsAnImportToWhoBroughtItAndToAuditors() {
        var id = sent(aSource(), HEADINGS + household("K1", RegistryFixtures.aNationalId()));
        var stranger = TestTokens.with("verifier").subject("verifier-2").sign();

        for (var path : List.of("", "/findings", "/report")) {
            get(stranger, IMPORTS + "/" + id + path).then().statusCode(404);
        }
        for (var step : List.of("/check", "/run", "/cancel")) {
            post(stranger, IMPORTS + "/" + id + step, "").then().statusCode(404);
        }
        part(stranger, id, 0, new byte[1]).then().statusCode(404);
        get(stranger, IMPORTS).then().body("items", empty());
        get(TestTokens.of("auditor"), IMPORTS + "/" + id).then().statusCode(200).body("received", equalTo(size(id)));
        get(VERIFIER, IMPORTS + "?status=RECEIVING&limit=200").then().body("items.id", hasItem(id));
        get(VERIFIER, IMPORTS + "?status=FAILED&limit=200").then().body("items.id", not(hasItem(id)));

        post(VERIFIER, IMPORTS + "/" + id + "/cancel", "").then().body("status", equalTo("CANCELLED"));
        for (var step : List.of("/check", "/run", "/cancel")) {
            post(VERIFIER, IMPORTS + "/" + id + step, "").then().statusCode(409);
        }
    }

    @Test
    void reachesOnlyTheAreasOfWhoBroughtIt() {
        var here = TestTokens.with("verifier")
                .areas("33.02")
                .subject("verifier-33")
                .sign();
        var file = HEADINGS
                + household("K1", RegistryFixtures.aNationalId())
                + household("K2", RegistryFixtures.aNationalId()).replace("33.02.27.1001", "33.03.01.2001");
        var judged = run(here, sent(here, "CSV", aSource(), file.getBytes(StandardCharsets.UTF_8)));

        assertCounts(judged, "FINISHED", 1, 0, 0, 1);
        get(here, IMPORTS + "/" + judged.path("id") + "/findings")
                .then()
                .body("items.rule", equalTo(List.of("area-out-of-reach")));
    }

    @Test
    void goesOnBehindTheLastBatchAfterAnInterruption() {
        var niks = IntStream.range(0, 450)
                .mapToObj(_ -> RegistryFixtures.aNationalId())
                .toList();
        var file = HEADINGS
                + IntStream.range(0, 450)
                        .mapToObj(i -> household("K" + i, niks.get(i)))
                        .collect(Collectors.joining());
        var id = UUID.fromString(sent(aSource(), file));
        importing(id);
        var rows = rows(file, 200);

        assertTrue(asVerifier(() -> batch.take(id, 0, rows, Set.of())).isPresent());
        assertTrue(asVerifier(() -> batch.take(id, 0, rows, Set.of())).isEmpty(), "the same batch a second time");
        get(VERIFIER, IMPORTS + "/" + id)
                .then()
                .body("status", equalTo("RUNNING"))
                .body("line", equalTo(201))
                .body("households.registered", equalTo(200));
        assertEquals(200, notLookedAt(niks), "those of the batch, at whom nobody came to look");
        release(id);
        work();

        assertCounts(get(VERIFIER, IMPORTS + "/" + id), "FINISHED", 450, 0, 0, 0);
        assertEquals(450, niks.stream().mapToInt(nik -> holders(nik).size()).sum());
        assertEquals(0, notLookedAt(niks));
    }

    @Test
    void looksAtEntrantsAsTheyAreWhenTheLookComesAndHoweverOften() {
        var niks = List.of(RegistryFixtures.aNationalId(), RegistryFixtures.aNationalId());
        var file = HEADINGS + household("K1", niks.getFirst()) + household("K2", niks.getLast());
        var id = UUID.fromString(sent(aSource(), file));
        importing(id);
        var taken = asVerifier(() -> batch.take(id, 0, rows(file, 200), Set.of()));
        var changed = holders(niks.getFirst()).getFirst();
        update("update person set version = version + 1, area_code = '33.02.27.1002' where id = '" + changed + "'");

        register.lookAt(taken.orElseThrow().entrants());
        register.lookAt(taken.orElseThrow().entrants());

        assertEquals(0, notLookedAt(niks));
        var keys = likenessKeys(changed);
        QuarkusTransaction.requiringNew().run(() -> watch.look(List.of(UUID.fromString(changed))));
        assertEquals(likenessKeys(changed), keys, "of the place where they live by now");
        release(id);
        work();
    }

    @Test
    void correctsAfterAnInterruptionWhatWasNotCorrectedBefore() {
        var source = aSource();
        var nik = RegistryFixtures.aNationalId();
        var first = household("K1", nik);
        run(sent(source, HEADINGS + first));
        var other = RegistryFixtures.aNationalId();
        var later = HEADINGS + first.replace("Sutinah Impor", "Sutinah Rahayu") + household("K2", other);
        var id = UUID.fromString(sent(source, later));
        importing(id);

        var taken = asVerifier(() -> batch.take(id, 0, rows(later, 200), Set.of()));
        assertEquals(1, taken.orElseThrow().changed().size());
        release(id);
        work();

        assertCounts(get(VERIFIER, IMPORTS + "/" + id), "FINISHED", 1, 1, 0, 0);
        get(VERIFIER, "/api/v1/persons/" + holders(nik).getFirst())
                .then()
                .body("identity.fullName", equalTo("Sutinah Rahayu"));
        assertEquals(1, holders(other).size());
    }

    /** Nothing but the key of their source tells that they are the same. */
    @Test
    void twoOfASourceAtOnceRegisterHouseholdsWithoutNumbersOnce() {
        var source = aSource();
        var file = HEADINGS
                + IntStream.range(0, 5)
                        .mapToObj(i -> "K" + i
                                + ",33.02.27.1001,Jalan Impor 6,,,,,,P1,HEAD,Tanpa Nomor,FEMALE,1958-03-14,,,,,,,,,\n")
                        .collect(Collectors.joining());

        var judged = runAtOnce(sent(source, file), sent(source, file));

        for (var count : List.of("registered", "unchanged")) {
            assertEquals(
                    5,
                    judged.stream()
                            .mapToInt(each -> each.<Integer>path("households." + count))
                            .sum());
        }
    }

    @Test
    void twoAtOnceRegisterEachPersonOnce() {
        var niks = IntStream.range(0, 50)
                .mapToObj(_ -> RegistryFixtures.aNationalId())
                .toList();
        var file = HEADINGS
                + IntStream.range(0, 50)
                        .mapToObj(i -> household("K" + i, niks.get(i)))
                        .collect(Collectors.joining());

        var judged = runAtOnce(sent(aSource(), file), sent(aSource(), file));

        assertEquals(
                50,
                judged.stream()
                        .mapToInt(each -> each.<Integer>path("households.registered"))
                        .sum());
        assertEquals(
                50,
                judged.stream()
                        .mapToInt(each -> each.<Integer>path("households.refused"))
                        .sum());
        niks.forEach(nik -> assertEquals(1, holders(nik).size()));
    }

    @Test
    void dropsFilesThatNobodyComesBackFor() {
        var id = sent(aSource(), HEADINGS + household("K1", RegistryFixtures.aNationalId()));

        importing.dropLeft(Instant.now().minusSeconds(3600));
        get(VERIFIER, IMPORTS + "/" + id).then().body("status", equalTo("RECEIVING"));
        importing.dropLeft(Instant.now().plusSeconds(3600));
        get(VERIFIER, IMPORTS + "/" + id).then().body("status", equalTo("CANCELLED"));
        assertEquals(0, kept(id));
    }

    @Test
    void writesTheSameColumnsWithoutFormulas() throws IOException {
        var nik = RegistryFixtures.aNationalId();
        run(sent(
                aSource(),
                HEADINGS
                        + household("K1", nik)
                                .replace("Sutinah Impor", "=HYPERLINK(1)")
                                .replace("33.02.27.1001", "33.02.25.1001")));

        var csv = export("csv", "33.02.25.1001");
        csv.then().contentType("text/csv").header("Cache-Control", "no-store");
        var text = csv.asString();
        assertTrue(text.startsWith("household_key,since,area_code,address,"), text);
        assertTrue(text.contains(",'=HYPERLINK(1),"), text);
        assertTrue(text.contains("," + nik + ",'+6281234567890,"), text);
        assertTrue(text.contains(",TELEPHONE BICYCLE,"), text);
        try (var workbook = new ReadableWorkbook(
                new ByteArrayInputStream(export("xlsx", "33.02.25.1001").asByteArray()))) {
            var rows = workbook.getFirstSheet().read();
            assertEquals(2, rows.size());
            assertEquals(
                    "=HYPERLINK(1)",
                    rows.getLast().getCellText(List.of(Column.values()).indexOf(Column.FULL_NAME)));
        }
        assertEquals(
                2,
                count(
                        "audit_entry where action = 'export-households' and reason = 'CORRECTION' and object_id = '33.02.25.1001'"));
        var elsewhere = TestTokens.with("verifier").areas("11").sign();
        var nothing = given().auth()
                .oauth2(elsewhere)
                .contentType("application/json")
                .body(exportOf("33.02.25.1001"))
                .post(EXPORT + "csv");
        assertEquals(1, nothing.asString().lines().count());
        post(VERIFIER, EXPORT + "csv", exportOf("33,02")).then().statusCode(400);
    }

    @Test
    void readsItsOwnExport() {
        var nik = RegistryFixtures.aNationalId();
        run(sent(aSource(), HEADINGS + household("K1", nik).replace("33.02.27.1001", "33.02.25.1002")));
        var exported = export("csv", "33.02.25.1002").asString();

        var judged = check(sent(aSource(), exported));

        assertFinding(judged, 2, "family_card", "family-card-already-registered");
        assertFalse(exported.isEmpty());
    }

    private static String household(String key, String nik) {
        return key + ",33.02.27.1001,Jalan Impor 5," + RegistryFixtures.aFamilyCard()
                + ",telephone bicycle,OLD_AGE,1,2025-12-31,P1,HEAD,Sutinah Impor,FEMALE,1958-03-14,," + nik
                + ",0812-3456-7890,1,1,3,1,2,1\n";
    }

    private static String aSource() {
        return "TEST-" + SOURCES.incrementAndGet();
    }

    private static Body announcement(String format, String source, long size) {
        return Body.of("{}").with("/format", format).with("/source", source).with("/size", size);
    }

    private static String announced(String token, String format, String source, long size) {
        return post(token, IMPORTS, announcement(format, source, size))
                .then()
                .statusCode(201)
                .body("status", equalTo("RECEIVING"))
                .extract()
                .path("id");
    }

    private static String sent(String source, String csv) {
        return sent(VERIFIER, "CSV", source, csv.getBytes(StandardCharsets.UTF_8));
    }

    private static String sent(String token, String format, String source, byte[] file) {
        var id = announced(token, format, source, file.length);
        for (var number = 0; (long) number * UploadedParts.PART < file.length; number++) {
            part(token, id, number, slice(file, number)).then().statusCode(200);
        }
        return id;
    }

    private static byte[] slice(byte[] file, int number) {
        var from = number * UploadedParts.PART;
        return Arrays.copyOfRange(file, from, Math.min(file.length, from + UploadedParts.PART));
    }

    private static Response part(String token, String id, int number, byte[] content) {
        return given().auth()
                .oauth2(token)
                .header("Accept-Language", "en")
                .contentType("application/octet-stream")
                .body(content)
                .put(IMPORTS + "/" + id + "/parts/" + number);
    }

    private Response check(String id) {
        return after(VERIFIER, id, "/check");
    }

    private Response run(Response of) {
        return run(of.<String>path("id"));
    }

    private Response run(String id) {
        return run(VERIFIER, id);
    }

    private Response run(String token, String id) {
        return after(token, id, "/run");
    }

    private Response after(String token, String id, String step) {
        post(token, IMPORTS + "/" + id + step, "").then().statusCode(200);
        work();
        return get(token, IMPORTS + "/" + id);
    }

    private List<Response> runAtOnce(String... ids) {
        for (var id : ids) {
            post(VERIFIER, IMPORTS + "/" + id + "/run", "").then().statusCode(200);
        }
        CompletableFuture.allOf(Stream.of(ids)
                        .map(_ -> CompletableFuture.runAsync(worker::workOnNext))
                        .toArray(CompletableFuture[]::new))
                .join();
        work();
        return Stream.of(ids).map(id -> get(VERIFIER, IMPORTS + "/" + id)).toList();
    }

    private void work() {
        CompletableFuture.runAsync(() -> {
                    while (worker.workOnNext()) {
                        // until nothing waits
                    }
                })
                .join();
    }

    private static void assertCounts(
            Response judged, String status, int registered, int corrected, int unchanged, int refused) {
        judged.then()
                .statusCode(200)
                .body("status", equalTo(status))
                .body("households.registered", equalTo(registered))
                .body("households.corrected", equalTo(corrected))
                .body("households.unchanged", equalTo(unchanged))
                .body("households.refused", equalTo(refused));
    }

    private static Response findings(Response judged) {
        return get(VERIFIER, IMPORTS + "/" + judged.path("id") + "/findings");
    }

    private static void assertFinding(Response judged, int line, String column, String rule) {
        findings(judged)
                .then()
                .body("items.findAll { it.line == " + line + " }.column", equalTo(List.of(column)))
                .body("items.findAll { it.line == " + line + " }.rule", equalTo(List.of(rule)))
                .body("items.findAll { it.line == " + line + " }.detail", not(hasItem(rule)));
    }

    private static Body exportOf(String areaCode) {
        return Body.of("{\"reason\": \"CORRECTION\"}").with("/areaCode", areaCode);
    }

    private static Response export(String format, String areaCode) {
        return given().auth()
                .oauth2(VERIFIER)
                .contentType("application/json")
                .body(exportOf(areaCode).toString())
                .post(EXPORT + format)
                .then()
                .statusCode(200)
                .extract()
                .response();
    }

    private static int size(String id) {
        return get(VERIFIER, IMPORTS + "/" + id).path("size");
    }

    private String householdOf(String nik) {
        return get(VERIFIER, "/api/v1/persons/" + holders(nik).getFirst()).path("householdId");
    }

    private List<String> holders(String nik) {
        return texts("select id::text from person where nik_index = '" + secrets.blindIndex("nik", nik) + "'");
    }

    private List<String> likenessKeys(String person) {
        return texts("select key::text from likeness_key where person_id = '" + person + "' order by key");
    }

    /** Whom nobody would find registered twice. */
    private int notLookedAt(List<String> niks) {
        var indexes = niks.stream()
                .map(nik -> "'" + secrets.blindIndex("nik", nik) + "'")
                .collect(Collectors.joining(","));
        return count("person p where nik_index in (" + indexes + ")"
                + " and not exists (select from likeness_key k where k.person_id = p.id)");
    }

    /** Pieces of the file, and what it named. */
    private int kept(String id) {
        var ofImport = " where import_id = '" + id + "'";
        return count("register_import_part" + ofImport) + count("register_import_seen" + ofImport);
    }

    private int count(String tableAndCondition) {
        return Integer.parseInt(
                texts("select count(*)::text from " + tableAndCondition).getFirst());
    }

    /** Somebody works on it already. */
    private void importing(UUID id) {
        post(VERIFIER, IMPORTS + "/" + id + "/run", "").then().statusCode(200);
        update("update register_import set worked_until = now() + interval '1 hour' where id = '" + id + "'");
    }

    private void release(UUID id) {
        update("update register_import set worked_until = now() - interval '1 second' where id = '" + id + "'");
    }

    private static List<HouseholdRows> rows(String file, int households) {
        try (var reader =
                new HouseholdReader(new CsvSheet(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8))))) {
            return reader.next(households);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private <T> T asVerifier(Supplier<T> work) {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            caller.actFor("verifier-1", List.of("*"));
            return work.get();
        } finally {
            request.terminate();
        }
    }

    private List<String> texts(String sql) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(sql);
                var row = select.executeQuery()) {
            var texts = new ArrayList<String>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private void update(String sql) {
        try (var connection = database.getConnection();
                var update = connection.prepareStatement(sql)) {
            update.executeUpdate();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
