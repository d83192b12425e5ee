package id.berdikari.beneficiary.registry;

import static id.berdikari.beneficiary.CaseFixtures.NOMINATIONS;
import static id.berdikari.beneficiary.CaseFixtures.SURVEYOR;
import static id.berdikari.beneficiary.CaseFixtures.VERIFIER;
import static id.berdikari.beneficiary.CaseFixtures.aNomination;
import static id.berdikari.beneficiary.CaseFixtures.get;
import static id.berdikari.beneficiary.CaseFixtures.nominated;
import static id.berdikari.beneficiary.CaseFixtures.post;
import static id.berdikari.beneficiary.registry.RegistryFixtures.AUDITOR;
import static id.berdikari.beneficiary.registry.RegistryFixtures.ELSEWHERE;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aFamily;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aNationalId;
import static id.berdikari.beneficiary.registry.RegistryFixtures.aPerson;
import static id.berdikari.beneficiary.registry.RegistryFixtures.family;
import static id.berdikari.beneficiary.registry.RegistryFixtures.household;
import static id.berdikari.beneficiary.registry.RegistryFixtures.member;
import static id.berdikari.beneficiary.registry.RegistryFixtures.newMember;
import static id.berdikari.beneficiary.registry.RegistryFixtures.person;
import static id.berdikari.beneficiary.registry.RegistryFixtures.put;
import static id.berdikari.beneficiary.registry.RegistryFixtures.registered;
import static id.berdikari.beneficiary.registry.RegistryFixtures.tagOf;
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
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.Body;
import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PersonSearchResourceTest {

    private static final String SEARCH = "/api/v1/persons/search";
    private static final String ADMIN = TestTokens.of("admin");

    @Inject
    Session session;

    @Inject
    NameKeys names;

    @Inject
    RegistryRetention retention;

    @Test
    void findsSomebodyHoweverTheNameIsTyped() {
        var id = registered(named("Hj. Soeprihatining Kertapraja"));

        search("name", "Suprihatining Kertapradja")
                .body("items.id", contains(id))
                .body("items[0].similarity", equalTo(1000))
                .body("items[0].status", equalTo("ALIVE"))
                .body("items[0].identity.fullName", equalTo("Hj. Soeprihatining Kertapraja"))
                .body("items[0].identity.nik", equalTo("3302••••••••" + nikOf(id)))
                .body("items[0].areaCode", equalTo("33.02.27.1001"))
                .body("items[0].householdId", nullValue())
                .body("next", nullValue())
                .body("complete", equalTo(true));
        for (var typed : List.of(
                "kertapraja suprihatining",
                "Suprihatning Kertapraja",
                "Suprihatining",
                "Suprihatining K.",
                "SuprihatiningKertapraja",
                "Suprihatining Kertaprana")) {
            search("name", typed).body("items.id", contains(id));
        }
        search("name", "Suprihatining Mangkubumi").body("items", empty());
    }

    @Test
    void pagesByKeysetWithTheMostSimilarFirst() {
        var exact = new ArrayList<String>();
        for (var i = 0; i < 4; i++) {
            exact.add(registered(named("Djentrawulan")));
        }
        var further = registered(named("Jentrawulan Wirasaba"));
        var slip = registered(named("Jentrawula"));

        var seen = new ArrayList<String>();
        var similarities = new ArrayList<Integer>();
        @Nullable String next = null;
        do {
            var page = search(asking("name", "Jentrawulan").with("/limit", 2).with("/cursor", next))
                    .extract();
            seen.addAll(page.path("items.id"));
            similarities.addAll(page.path("items.similarity"));
            next = page.path("next");
        } while (next != null);

        assertEquals(exact.stream().sorted().toList(), seen.subList(0, 4));
        assertEquals(List.of(further, slip), seen.subList(4, 6));
        assertEquals(6, seen.size());
        assertEquals(List.of(1000, 1000, 1000, 1000, 990), similarities.subList(0, 5));
    }

    @Test
    void staysWithinTheCallersAreas() {
        var id = registered(named("Prabangkara Suryengrana"));
        var village = TestTokens.with("surveyor").areas("33.02.27.1001").sign();
        var others = TestTokens.with("surveyor").areas("33.02.27.1002", "33.1").sign();

        search("name", "Prabangkara").body("items.id", contains(id));
        searchAs(village, asking("name", "Prabangkara")).body("items.id", contains(id));
        searchAs(village, asking("name", "Prabangkara").with("/areaCode", "33.02"))
                .body("items.id", contains(id));
        search(asking("name", "Prabangkara").with("/areaCode", "33.02.27")).body("items.id", contains(id));
        search(asking("name", "Prabangkara").with("/areaCode", "33.12")).body("items", empty());
        searchAs(others, asking("name", "Prabangkara")).body("items", empty()).body("complete", equalTo(true));
        searchAs(ELSEWHERE, asking("name", "Prabangkara")).body("items", empty());
        searchAs(ELSEWHERE, asking("nik", fullNikOf(id))).body("items", empty());
        searchAs(ELSEWHERE, asking("sex", "FEMALE").with("/bornFrom", 1901).with("/bornTo", 1901))
                .body("items", empty());
    }

    @Test
    void findsByNikAndLeadsToTheRecordThatCounts() {
        var first = registered(named("Suwandarini Pangarsa").with("/nik", null));
        var second = registered(named("Soewandarini Pangarsa"));
        var nik = fullNikOf(second);
        search("nik", nik).body("items.id", contains(second)).body("complete", equalTo(true));
        var question = get(VERIFIER, person(second)).<String>path("possibleDuplicates[0]");

        post(
                        VERIFIER,
                        "/api/v1/duplicates/" + question + "/merge",
                        Body.of("{\"fromOther\": []}").with("/survivorId", first))
                .then()
                .statusCode(200);

        search("nik", nik).body("items.id", contains(first));
        search("name", "Suwandarini").body("items.id", contains(first));
        assertEquals(0, keysOf(second));
        post(VERIFIER, "/api/v1/duplicates/" + question + "/undo", "{}").then().statusCode(200);
        search("nik", nik).body("items.id", contains(second));
        search("name", "Suwandarini").body("items", hasSize(2));
        search("nik", aNationalId()).body("items", empty());
    }

    @Test
    void followsWhoeverIsCorrectedMovesOrDies() {
        var home = family(aFamily()
                .with(
                        "/members",
                        List.of(newMember(named("Rangkayokusuma"), "HEAD").json())));
        var id = member(home, 0);
        search("name", "Rangkayokusuma").body("items[0].householdId", equalTo(home.path("id")));

        post(
                        VERIFIER,
                        household(home.path("id")) + "/move",
                        "{\"on\": \"2025-06-01\", \"areaCode\": \"33.02.27.1002\", \"address\": \"Jalan Baru 1\"}")
                .then()
                .statusCode(200);
        search(asking("name", "Rangkayokusuma").with("/areaCode", "33.02.27.1001"))
                .body("items", empty());
        search(asking("name", "Rangkayokusuma").with("/areaCode", "33.02.27.1002"))
                .body("items.id", contains(id));

        put(
                        VERIFIER,
                        person(id),
                        "*",
                        Body.of("{}").with("/person", named("Padmasekarwangi").json()))
                .then()
                .statusCode(200);
        search("name", "Rangkayokusuma").body("items", empty());
        search("name", "Padmasekarwangi").body("items.id", contains(id));

        post(VERIFIER, person(id) + "/death", "{\"diedOn\": \"2025-07-01\"}")
                .then()
                .statusCode(200);
        search("name", "Padmasekarwangi").body("items[0].status", equalTo("DECEASED"));
        search(asking("name", "Padmasekarwangi").with("/status", "ALIVE")).body("items", empty());
        search(asking("status", "DECEASED").with("/areaCode", "33.02.27.1002")).body("items.id", hasItem(id));

        retention.erase(LocalDate.of(2035, 7, 1));
        search("name", "Padmasekarwangi").body("items", empty());
        search(asking("status", "DECEASED").with("/areaCode", "33.02")).body("items.id", not(hasItem(id)));
        assertEquals(0, keysOf(id));
    }

    @Test
    void narrowsByFacts() {
        var woman = registered(named("Larasingratri"));
        var man = registered(named("Larasingratri")
                .with("/sex", "MALE")
                .with("/birthDate", "1961-04-05")
                .with("/nik", null));

        search("name", "Larasingratri").body("items", hasSize(2));
        search(asking("name", "Larasingratri").with("/sex", "MALE")).body("items.id", contains(man));
        search(asking("name", "Larasingratri").with("/bornTo", 1960)).body("items.id", contains(woman));
        search(asking("name", "Larasingratri").with("/bornFrom", 1960)).body("items.id", contains(man));
        search(asking("nik", fullNikOf(woman)).with("/sex", "MALE")).body("items", empty());
        search(asking("sex", "MALE")
                        .with("/bornFrom", 1961)
                        .with("/bornTo", 1961)
                        .with("/areaCode", "33.02.27.1001"))
                .body("items.id", contains(man))
                .body("items[0].similarity", nullValue());
    }

    @Test
    void narrowsByWhereTheirCaseStands() {
        var id = registered(named("Wignyaharjana Kridhasana"));
        registered(named("Wignyaharjana Kridhasana"));
        var nomination = nominated(aNomination().with("/candidate/nik", null));
        put(
                        VERIFIER,
                        NOMINATIONS + "/" + nomination + "/person",
                        tagOf(NOMINATIONS + "/" + nomination),
                        Body.of("{}").with("/personId", id))
                .then()
                .statusCode(200);

        search(asking("name", "Wignyaharjana Kridhasana").with("/caseStatus", "NOMINATED"))
                .body("items.id", contains(id));
        search(asking("name", "Wignyaharjana Kridhasana").with("/caseStatus", "APPROVED"))
                .body("items", empty());
        search(asking("caseStatus", "NOMINATED").with("/limit", 1))
                .body("items.id", contains(id))
                .body("items[0].identity", notNullValue());
    }

    @Test
    void narrowsByWhatAScreeningSaid() {
        var home = family();
        var screening = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> screened(screening, UUID.fromString(home.path("id"))));
        var asked = asking("screeningId", screening);

        search(asked).body("items", hasSize(3)).body("items.householdId.unique()", contains(home.<String>path("id")));
        search(asked.with("/minScore", 40).with("/outcome", "MEETS").with("/sex", "MALE"))
                .body("items.id", contains(member(home, 1)));
        search(asked.with("/minScore", 41)).body("items", empty());
        search(asked.with("/outcome", "FAILS")).body("items", empty());
        searchAs(AUDITOR, asked).body("items", hasSize(3)).body("items.identity.unique()", contains(nullValue()));
        post(SURVEYOR, SEARCH, asked).then().statusCode(403);
    }

    @Test
    void listsByFactsWithoutRepeating() {
        var ids = new HashSet<String>();
        for (var i = 0; i < 5; i++) {
            ids.add(registered(named("Somebody")
                    .with("/birthDate", null)
                    .with("/birthYear", 1893)
                    .with("/nik", null)));
        }

        var seen = new ArrayList<String>();
        @Nullable String next = null;
        do {
            var page = search(asking("bornTo", 1893).with("/limit", 2).with("/cursor", next))
                    .extract();
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);

        assertEquals(5, seen.size());
        assertEquals(ids, new HashSet<>(seen));
    }

    @Test
    void tellsAuditorsFactsButNotWhoItIs() {
        var id = registered(named("Tanuwijayakrama"));

        searchAs(AUDITOR, asking("areaCode", "33.02.27.1001"))
                .body("items[0].identity", nullValue())
                .body("items[0].birthYear", notNullValue());
        post(AUDITOR, SEARCH, asking("name", "Tanuwijayakrama")).then().statusCode(403);
        post(AUDITOR, SEARCH, asking("nik", fullNikOf(id))).then().statusCode(403);
    }

    @Test
    void keepsWhoSearchedButNotForWhom() {
        var id = registered(named("Brajanaladewi Sindunata"));
        var nik = fullNikOf(id);
        var before = audited("search-by-name");

        search("name", "Brajanaladewi Sindunata");
        search("nik", nik);

        assertEquals(before + 1, audited("search-by-name"));
        assertEquals(
                1,
                count("select count(*) from audit_entry where action = 'search-by-nik' and object_id = '" + id
                        + "' and actor = 'verifier-1'"));
        assertEquals(
                0,
                count("select count(*) from audit_entry a where a::text ilike '%brajanala%' or a::text like '%" + nik
                        + "%'"));
        assertEquals(0, count("select count(*) from name_key k where k::text ilike '%brajanala%'"));
    }

    @Test
    void writesTheKeysOfWhoCameBeforeThereWereAny() {
        var before = registered(named("Sasradiningrat"));
        var id = registered(named("Citrasomapraja"));
        QuarkusTransaction.requiringNew()
                .run(() -> session.createNativeMutationQuery("delete from name_key where person_id = :id")
                        .setParameter("id", UUID.fromString(id))
                        .executeUpdate());
        search("name", "Citrasomapraja").body("items", empty());

        post(ADMIN, "/api/v1/duplicates/sweep", Body.of("{}").with("/after", before))
                .then()
                .statusCode(200);

        search("name", "Citrasomapraja").body("items.id", contains(id));
    }

    /** Counts rows rather than time: a word that 30,000 people share must cost no more than one that 200 share. */
    @ParameterizedTest
    @ValueSource(ints = {200, 30_000})
    void readsABoundedNumberOfRowsHoweverCommonANameIs(int bearers) {
        var like = UUID.fromString(registered(named("Kandangwesiputra")));
        QuarkusTransaction.begin();
        try {
            session.createNativeMutationQuery("""
                            insert into name_key (key, area_code, person_id, birth_year)
                            select k, '53.71.' || to_char(10 + i % 7, 'FM00') || '.' || (1001 + i % 11), gen_random_uuid(), 1950
                            from generate_series(1, :bearers) i
                            cross join (select distinct key as k from name_key where person_id = :like) keys
                            """)
                    .setParameter("bearers", bearers)
                    .setParameter("like", like)
                    .executeUpdate();
            session.createNativeMutationQuery("analyze name_key").executeUpdate();
            var before = reads();

            var everywhere = names.near(SpokenName.of("Kandangwesiputra"), List.of(""), null, null);
            var there = names.near(SpokenName.of("Kandangwesiputra"), List.of("53.71.12"), 1940, 1949);

            var after = reads();
            assertEquals(100, everywhere.people().size());
            assertFalse(everywhere.isComplete());
            assertEquals(0, there.people().size());
            assertEquals(0L, after[0] - before[0], "table scans");
            assertTrue(after[1] - before[1] < 2_000, "rows read: " + (after[1] - before[1]));
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; ''; nothing-to-search",
                "{\"limit\": 10}; ''; nothing-to-search",
                "{\"name\": \"S\"}; /name; name-too-short",
                "{\"name\": \"   \"}; /name; name-too-short",
                "{\"name\": \"12345\"}; /name; name-too-short",
                "{\"nik\": \"3302275403\"}; /nik; nik-not-16-digits",
                "{\"nik\": \"3302279903580001\"}; /nik; nik-impossible-date",
                "{\"nik\": \"3302275403580001\", \"name\": \"Sutinah\"}; /nik; name-or-nik",
                "{\"name\": \"Sutinah\", \"surname\": \"Wiryo\"}; /surname; unknown-field",
                "{\"name\": \"Sutinah\", \"areaCode\": \"33%\"}; /areaCode; pattern",
                "{\"name\": \"Sutinah\", \"limit\": 0}; /limit; min",
                "{\"name\": \"Sutinah\", \"limit\": 201}; /limit; max",
                "{\"name\": \"Sutinah\", \"status\": \"LOST\"}; /status; not-one-of",
                "{\"name\": \"Sutinah\", \"bornFrom\": 1960, \"bornTo\": 1950}; /bornTo; before-born-from",
                "{\"name\": \"Sutinah\", \"minScore\": 10}; /screeningId; screening-missing"
            })
    void refusesWhatCannotBeSearched(String body, String pointer, String rule) {
        var answer = post(VERIFIER, SEARCH, body);
        answer.then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo(pointer))
                .body("errors[0].rule", equalTo(rule))
                .body("errors[0].detail", not(equalTo(rule)));
        assertFalse(answer.asString().contains("Sutinah"));
        assertFalse(answer.asString().contains("33022"));
    }

    @Test
    void refusesOverlongNamesForeignCursorsAndNoBody() {
        var long500 = "Sutinah ".repeat(63).strip();
        post(VERIFIER, SEARCH, asking("name", long500))
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/name"))
                .body("errors[0].rule", equalTo("size"));
        search("name", "Satu Dua Tiga Empat Lima Enam Tujuh Delapan").body("items", empty());
        post(VERIFIER, SEARCH, "").then().statusCode(400);
        post(VERIFIER, SEARCH, asking("name", "Sutinah").with("/cursor", "AAAA"))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
        registered(named("Gandakusumapati"));
        registered(named("Gandakusumapati"));
        var next = search(asking("name", "Gandakusumapati").with("/limit", 1))
                .extract()
                .<String>path("next");
        post(VERIFIER, SEARCH, asking("name", "Sutinah").with("/cursor", next))
                .then()
                .statusCode(400)
                .body("type", equalTo("/problems/invalid-cursor"));
    }

    private long[] reads() {
        var row = session.createNativeQuery(
                        "select seq_scan, seq_tup_read + idx_tup_fetch from pg_stat_xact_user_tables where relname = 'name_key'",
                        Object[].class)
                .getSingleResult();
        return new long[] {((Number) row[0]).longValue(), ((Number) row[1]).longValue()};
    }

    private void screened(UUID screening, UUID household) {
        session.createNativeMutationQuery("""
                        insert into criteria_set (id, version, code, edition, status, content, drafters, drafted_at)
                        values (:id, 0, cast(:id as text), 1, 'DRAFT', '{}', '[]', now())
                        """).setParameter("id", screening).executeUpdate();
        session.createNativeMutationQuery("""
                        insert into screening (id, version, criteria_id, content, area_code, scope, as_of, status, judged, expected,
                            started_by, started_at, ended_at)
                        values (:id, 0, :id, '{}', '33', '["%"]', current_date, 'DONE', 1, 1, 'verifier-1', now(), now())
                        """).setParameter("id", screening).executeUpdate();
        session.createNativeMutationQuery("""
                        insert into screening_result (screening_id, household_id, area_code, outcome, score, possible_score, verdicts)
                        values (:id, :household, '33.02.27.1001', 'MEETS', 40, 40, 'T')
                        """)
                .setParameter("id", screening)
                .setParameter("household", household)
                .executeUpdate();
    }

    private long audited(String action) {
        return count("select count(*) from audit_entry where action = '" + action + "'");
    }

    private long keysOf(String personId) {
        return count("select count(*) from name_key where person_id = '" + personId + "'");
    }

    private long count(String sql) {
        return QuarkusTransaction.requiringNew()
                .call(() -> session.createNativeQuery(sql, Long.class).getSingleResult());
    }

    private static Body named(String name) {
        return aPerson().with("/fullName", name);
    }

    private static Body asking(String field, Object value) {
        return Body.of("{}").with("/" + field, value);
    }

    private static ValidatableResponse search(String field, String value) {
        return search(asking(field, value));
    }

    private static ValidatableResponse search(Body body) {
        return searchAs(VERIFIER, body);
    }

    private static ValidatableResponse searchAs(String token, Body body) {
        return post(token, SEARCH, body).then().statusCode(200);
    }

    private static String fullNikOf(String id) {
        return get(VERIFIER, person(id) + "/national-id?reason=CORRECTION").path("nik");
    }

    private static String nikOf(String id) {
        return fullNikOf(id).substring(12);
    }
}
