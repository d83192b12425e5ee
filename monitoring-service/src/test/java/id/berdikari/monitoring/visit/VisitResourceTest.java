package id.berdikari.monitoring.visit;

import static id.berdikari.monitoring.MonitoringFixtures.aDelivery;
import static id.berdikari.monitoring.MonitoringFixtures.aProposal;
import static id.berdikari.monitoring.MonitoringFixtures.aVisit;
import static id.berdikari.monitoring.MonitoringFixtures.anApproval;
import static id.berdikari.monitoring.MonitoringFixtures.elsewhere;
import static id.berdikari.monitoring.MonitoringFixtures.hear;
import static id.berdikari.monitoring.MonitoringFixtures.monitor;
import static id.berdikari.monitoring.MonitoringFixtures.somebodyHelped;
import static id.berdikari.monitoring.MonitoringFixtures.told;
import static id.berdikari.monitoring.MonitoringFixtures.visited;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.monitoring.MonitoringFixtures.Helped;
import id.berdikari.monitoring.MonitoringFixtures.Told;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class VisitResourceTest {

    @Inject
    FollowUpReminders reminders;

    @Test
    void recordsAVisitWithFindingsAndFollowUps() {
        var helped = somebodyHelped();

        var visit = monitor()
                .body(aVisit(helped, "2025-03-20"))
                .post("/api/v1/visits")
                .then()
                .statusCode(201)
                .body("status", is("RECORDED"))
                .body("suits", is(true))
                .body("lasts", is(false))
                .body("findings[0].status", is("OPEN"))
                .body("findings[0].description", is("The left brake is loose"))
                .body("followUps.dueOn", is(List.of("2025-04-20", "2025-06-20", "2025-09-20", "2026-03-20")))
                .body("followUps.months", is(List.of(1, 3, 6, 12)))
                .extract()
                .<String>path("id");

        monitor()
                .get("/api/v1/visits/{id}", visit)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("notes", is("Uses it every day"))
                .body("findings.size()", is(1));
        assertEquals(
                List.of("visit-recorded", "finding-raised"),
                told(helped.beneficiary()).stream().map(Told::type).toList());
    }

    @Test
    void laterVisitAnswersTheEarliestFollowUpThatIsDue() {
        var helped = somebodyHelped();
        visited(helped, "2025-03-20");

        var early = visited(helped, "2025-03-25");
        var second = visited(helped, "2025-07-01");

        monitor()
                .get("/api/v1/visits/{id}", early)
                .then()
                .body("followUps.status", is(List.of("DONE", "SCHEDULED", "SCHEDULED", "SCHEDULED")))
                .body("followUps[0].visitId", is(second.toString()));
    }

    @Test
    void schedulesFollowUpsOnceWhenFirstVisitsArriveTogether() throws Exception {
        var helped = somebodyHelped();
        try (var threads = Executors.newFixedThreadPool(2)) {
            var first = threads.submit(() -> visited(helped, "2025-03-20"));
            var second = threads.submit(() -> visited(helped, "2025-03-20"));
            first.get();
            second.get();
        }

        monitor()
                .queryParam("beneficiaryId", helped.beneficiary())
                .get("/api/v1/follow-ups")
                .then()
                .body("items.size()", is(4));
    }

    @Test
    void waitsForTheOtherServicesNews() {
        var helped = new Helped(UUID.randomUUID(), UUID.randomUUID());
        refuses(helped, "beneficiary-not-known-yet");
        hear(anApproval(UUID.randomUUID(), helped.beneficiary()));
        refuses(helped, "program-not-known-yet");
        hear(aProposal(helped.program(), helped.beneficiary()));
        refuses(helped, "delivery-not-known-yet");

        hear(aDelivery(helped.program(), helped.beneficiary()));

        visited(helped, "2025-03-20");
    }

    @Test
    void deliveryMayBeHeardBeforeItsProposal() {
        var helped = new Helped(UUID.randomUUID(), UUID.randomUUID());
        hear(aDelivery(helped.program(), helped.beneficiary()));
        hear(aProposal(helped.program(), helped.beneficiary()));
        hear(anApproval(UUID.randomUUID(), helped.beneficiary()));

        visited(helped, "2025-02-18");
    }

    @Test
    void refusesImpossibleDates() {
        var helped = somebodyHelped();
        var tomorrow = LocalDate.now(ZoneId.of("Asia/Jakarta")).plusDays(1);

        refusesField(helped, "visitedOn", tomorrow.toString(), "/visitedOn", "date-in-future");
        refusesField(helped, "visitedOn", "2025-02-17", "/visitedOn", "date-before-preceding-step");
        refusesField(helped, "visitedOn", "soon", "/visitedOn", "not-a-local-date");
    }

    @Test
    void refusesWhatIsNoVisit() {
        var helped = somebodyHelped();

        refusesField(helped, "suits", "perhaps", "/suits", "wrong-type");
        refusesField(helped, "lasts", null, "/lasts", "not-null");
        refusesField(helped, "mood", "good", "/mood", "unknown-field");
        refusesField(helped, "findings", List.of(Map.of("description", " ")), "/findings/0/description", "not-blank");
        refusesField(helped, "programId", somebodyHelped().program(), "/programId", "program-of-somebody-else");
        assertEquals(List.of(), told(helped.beneficiary()));
    }

    @Test
    void resolvesAFindingOnce() {
        var helped = somebodyHelped();
        visited(helped, "2025-03-20");
        var finding = monitor()
                .queryParam("beneficiaryId", helped.beneficiary())
                .queryParam("status", "OPEN")
                .get("/api/v1/findings")
                .then()
                .statusCode(200)
                .body("items.size()", is(1))
                .extract()
                .<String>path("items[0].id");
        monitor()
                .body(Map.of("resolvedOn", "2025-03-19", "action", "Tightened"))
                .post("/api/v1/findings/{id}/resolution", finding)
                .then()
                .statusCode(400)
                .body("errors[0].rule", is("date-before-preceding-step"));

        monitor()
                .body(Map.of("resolvedOn", "2025-03-25", "action", "Tightened"))
                .post("/api/v1/findings/{id}/resolution", finding)
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("status", is("RESOLVED"))
                .body("action", is("Tightened"));
        monitor()
                .body(Map.of("resolvedOn", "2025-03-25", "action", "Again"))
                .post("/api/v1/findings/{id}/resolution", finding)
                .then()
                .statusCode(409)
                .body("type", is("/problems/finding-already-resolved"));
        monitor().get("/api/v1/findings/{id}", finding).then().statusCode(200).body("action", is("Tightened"));
        assertEquals("finding-resolved", told(helped.beneficiary()).getLast().type());
    }

    @Test
    void announcesFollowUpsThatFellDueOnce() {
        var helped = somebodyHelped();
        visited(helped, "2025-03-20");

        reminders.announce(LocalDate.of(2025, 6, 20));
        reminders.announce(LocalDate.of(2025, 6, 20));

        assertEquals(
                List.of("visit-recorded", "finding-raised", "follow-up-due", "follow-up-due"),
                told(helped.beneficiary()).stream().map(Told::type).toList());
        monitor()
                .queryParam("beneficiaryId", helped.beneficiary())
                .queryParam("status", "DUE")
                .get("/api/v1/follow-ups")
                .then()
                .body("items.months", is(List.of(1, 3)));
    }

    @Test
    void listsFollowUpsTheEarliestDueFirst() {
        var helped = somebodyHelped();
        visited(helped, "2025-03-20");

        var page = monitor()
                .queryParam("beneficiaryId", helped.beneficiary())
                .queryParam("dueBefore", "2025-09-20")
                .queryParam("limit", 1)
                .get("/api/v1/follow-ups")
                .then()
                .statusCode(200)
                .body("items.months", is(List.of(1)))
                .extract();

        monitor()
                .queryParam("beneficiaryId", helped.beneficiary())
                .queryParam("dueBefore", "2025-09-20")
                .queryParam("limit", 1)
                .queryParam("cursor", page.<String>path("next"))
                .get("/api/v1/follow-ups")
                .then()
                .body("items.months", is(List.of(3)))
                .body("next", nullValue());
        monitor()
                .get("/api/v1/follow-ups/{id}", page.<String>path("items[0].id"))
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("dueOn", is("2025-04-20"));
    }

    @Test
    void listsVisitsByFilter() {
        var helped = somebodyHelped();
        var first = visited(helped, "2025-03-20");
        var second = visited(helped, "2025-04-21");
        visited(somebodyHelped(), "2025-03-20");

        monitor()
                .queryParam("programId", helped.program())
                .get("/api/v1/visits")
                .then()
                .statusCode(200)
                .body("items.id", is(List.of(second.toString(), first.toString())));
    }

    @Test
    void hidesWhatLiesInOtherAreas() {
        var helped = somebodyHelped();
        var visit = visited(helped, "2025-03-20");
        var finding = monitor().get("/api/v1/visits/{id}", visit).<String>path("findings[0].id");

        elsewhere().get("/api/v1/visits/{id}", visit).then().statusCode(404);
        elsewhere().get("/api/v1/findings/{id}", finding).then().statusCode(404);
        elsewhere()
                .body(aVisit(helped, "2025-03-21"))
                .post("/api/v1/visits")
                .then()
                .statusCode(404);
        elsewhere()
                .body(Map.of("resolvedOn", "2025-03-25", "action", "Tightened"))
                .post("/api/v1/findings/{id}/resolution", finding)
                .then()
                .statusCode(404);
        for (var list : List.of("visits", "findings", "follow-ups")) {
            elsewhere()
                    .queryParam("beneficiaryId", helped.beneficiary())
                    .get("/api/v1/" + list)
                    .then()
                    .statusCode(200)
                    .body("items.size()", is(0));
        }
    }

    @Test
    void keepsFreeTextOutOfEvents() {
        var helped = somebodyHelped();
        var visit = new HashMap<>(aVisit(helped, "2025-03-20"));
        visit.put("notes", "PLANTED-NOTES");
        visit.put(
                "findings",
                List.of(Map.of("description", "PLANTED-DESCRIPTION", "correctiveAction", "PLANTED-CORRECTION")));
        var finding = monitor()
                .body(visit)
                .post("/api/v1/visits")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("findings[0].id");
        monitor()
                .body(Map.of("resolvedOn", "2025-03-25", "action", "PLANTED-ACTION"))
                .post("/api/v1/findings/{id}/resolution", finding)
                .then()
                .statusCode(200);

        var events = told(helped.beneficiary());

        assertEquals(3, events.size());
        assertTrue(events.stream().noneMatch(event -> event.payload().contains("PLANTED")));
    }

    private static void refuses(Helped helped, String code) {
        monitor()
                .body(aVisit(helped, "2025-03-20"))
                .post("/api/v1/visits")
                .then()
                .statusCode(409)
                .body("type", is("/problems/" + code));
    }

    private static void refusesField(Helped helped, String field, @Nullable Object value, String pointer, String rule) {
        var visit = new HashMap<>(aVisit(helped, "2025-03-20"));
        visit.put(field, value);
        monitor()
                .body(visit)
                .post("/api/v1/visits")
                .then()
                .statusCode(400)
                .body("type", is("/problems/invalid-request"))
                .body("errors.find { it.pointer == '%s' }.rule".formatted(pointer), is(rule));
    }
}
