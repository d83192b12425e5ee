package id.berdikari.monitoring.journey;

import static id.berdikari.monitoring.MonitoringFixtures.DELIVERED_ON;
import static id.berdikari.monitoring.MonitoringFixtures.aDelivery;
import static id.berdikari.monitoring.MonitoringFixtures.aProposal;
import static id.berdikari.monitoring.MonitoringFixtures.aVisit;
import static id.berdikari.monitoring.MonitoringFixtures.anApproval;
import static id.berdikari.monitoring.MonitoringFixtures.as;
import static id.berdikari.monitoring.MonitoringFixtures.batch;
import static id.berdikari.monitoring.MonitoringFixtures.elsewhere;
import static id.berdikari.monitoring.MonitoringFixtures.hear;
import static id.berdikari.monitoring.MonitoringFixtures.monitor;
import static id.berdikari.monitoring.MonitoringFixtures.rupiah;
import static id.berdikari.monitoring.MonitoringFixtures.visited;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryNominated;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryPreSurveyed;
import id.berdikari.event.BeneficiaryEvent.BeneficiarySurveyed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryWaitlisted;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.Event;
import id.berdikari.event.FundraisingEvent.CampaignClosed;
import id.berdikari.event.FundraisingEvent.CampaignPublished;
import id.berdikari.event.FundraisingEvent.ClosingCause;
import id.berdikari.event.FundraisingEvent.DonationReceived;
import id.berdikari.event.FundraisingEvent.DonationRefunded;
import id.berdikari.event.FundraisingEvent.FundingDeclined;
import id.berdikari.event.FundraisingEvent.FundsMobilised;
import id.berdikari.event.FundraisingEvent.FundsReturned;
import id.berdikari.event.FundraisingEvent.Lot;
import id.berdikari.event.ProgramEvent.DeliveryAcknowledged;
import id.berdikari.event.ProgramEvent.FundingCancelled;
import id.berdikari.event.ProgramEvent.FundingRequested;
import id.berdikari.event.ProgramEvent.ProgramCompleted;
import id.berdikari.event.ProgramType;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.monitoring.MonitoringFixtures.Helped;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class JourneyTest {

    private static final LocalDate ON = LocalDate.of(2025, 2, 3);
    private static final List<String> STORY = List.of(
            "nominated",
            "pre-surveyed",
            "surveyed",
            "approved",
            "published",
            "donated",
            "requested",
            "mobilised",
            "delivered",
            "acknowledged",
            "completed");

    private final UUID caseId = UUID.randomUUID();
    private final UUID beneficiary = UUID.randomUUID();
    private final UUID program = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();
    private final UUID donation = UUID.randomUUID();

    @Test
    void tellsTheWholeStory() {
        story(beneficiary).forEach(event -> hear(event));
        visited(new Helped(beneficiary, program), "2025-03-20");

        journey()
                .body(
                        "items.type",
                        is(Stream.concat(STORY.stream(), Stream.of("visited", "finding-raised"))
                                .toList()))
                .body("items[0].service", is("beneficiary"))
                .body("items[0].occurredOn", is("2025-01-05"))
                .body("items[0].amount", nullValue())
                .body("items[5].service", is("fundraising"))
                .body("items[5].amount.amount", is("2000000.00"))
                .body("items[7].amount.amount", is("1500000.00"))
                .body("items[8].service", is("program"))
                .body("items[8].occurredOn", is(DELIVERED_ON.toString()))
                .body("items[8].amount.amount", is("1450000.00"))
                .body("items[11].service", is("monitoring"))
                .body("items[11].occurredOn", is("2025-03-20"))
                .body("next", nullValue());
    }

    @Test
    void tellsEachThingOnceAndInItsOrderHoweverItIsHeard() {
        var batches = story(beneficiary).map(event -> batch(event)).toList();

        batches.reversed().forEach(each -> hear(each));
        batches.forEach(each -> hear(each));

        journey().body("items.type", is(STORY));
    }

    @Test
    void isNotThereBeforeTheApproval() {
        hear(new BeneficiaryNominated(caseId, "33.02.27", ON));
        monitor().get("/api/v1/journeys/{id}", beneficiary).then().statusCode(404);

        hear(anApproval(caseId, beneficiary));

        journey().body("items.type", is(List.of("nominated", "approved")));
    }

    @Test
    void showsEveryDonation() {
        hear(anApproval(caseId, beneficiary));
        for (int each = 0; each < 60; each++) {
            hear(new DonationReceived(UUID.randomUUID(), campaign, beneficiary, rupiah("1000"), ON));
        }

        journey().body("items.findAll { it.type == 'donated' }.size()", is(60));
    }

    @Test
    void showsOfAGiftToAGeneralCampaignThePartForThisPerson() {
        story(null).forEach(event -> hear(event));

        journey()
                .body("items.type", is(STORY))
                .body("items.find { it.type == 'donated' }.amount.amount", is("1500000.00"));
    }

    @Test
    void showsNoGiftOfOthers() {
        hear(anApproval(caseId, beneficiary));

        hear(new CampaignPublished(
                campaign, null, ProgramType.MOBILITY_AID, null, rupiah("9000000"), ON, ON.plusYears(1)));
        hear(new DonationReceived(donation, campaign, null, rupiah("2000000"), ON));

        journey().body("items.type", is(List.of("approved")));
    }

    @Test
    void tellsTurnsForTheWorseToo() {
        hear(new BeneficiaryWaitlisted(caseId, ON));
        hear(anApproval(caseId, beneficiary));
        hear(new ConsentWithdrawn(caseId, beneficiary, ConsentPurpose.PUBLICATION));
        hear(new CampaignClosed(campaign, beneficiary, ClosingCause.WITHDRAWN, ON));
        hear(new DonationRefunded(donation, campaign, beneficiary, rupiah("5000"), ON));
        hear(new FundingDeclined(program, beneficiary, ON));
        hear(new FundsReturned(program, beneficiary, rupiah("50000"), ON));
        hear(new FundingCancelled(program, beneficiary, ON));
        hear(new BeneficiaryExited(caseId, beneficiary, ON));

        journey()
                .body(
                        "items.type",
                        is(List.of(
                                "waitlisted",
                                "approved",
                                "consent-withdrawn",
                                "withdrawn",
                                "refunded",
                                "declined",
                                "returned",
                                "cancelled",
                                "exited")))
                .body("items[6].amount.amount", is("50000.00"));
    }

    @Test
    void comesPageByPage() {
        story(beneficiary).forEach(event -> hear(event));

        var first = monitor()
                .queryParam("limit", 6)
                .get("/api/v1/journeys/{id}", beneficiary)
                .then()
                .body("items.type", is(STORY.subList(0, 6)))
                .extract()
                .<String>path("next");

        monitor()
                .queryParam("limit", 6)
                .queryParam("cursor", first)
                .get("/api/v1/journeys/{id}", beneficiary)
                .then()
                .body("items.type", is(STORY.subList(6, 11)))
                .body("next", nullValue());
    }

    @Test
    void isHiddenFromOtherAreas() {
        hear(anApproval(caseId, beneficiary));

        elsewhere().get("/api/v1/journeys/{id}", beneficiary).then().statusCode(404);
        as("auditor").get("/api/v1/journeys/{id}", beneficiary).then().statusCode(200);
    }

    @Test
    void parksNothing() {
        story(beneficiary).forEach(event -> hear(event));

        var parked = as("admin").get("/api/v1/parked-events").then().extract().<List<?>>path("items");

        assertEquals(List.of(), parked);
    }

    @Test
    void refusesAVisitWithoutTraceInTheJourney() {
        story(beneficiary).forEach(event -> hear(event));

        monitor()
                .body(aVisit(new Helped(beneficiary, program), "2020-01-01"))
                .post("/api/v1/visits")
                .then()
                .statusCode(400);

        journey().body("items.type", is(STORY));
    }

    private ValidatableResponse journey() {
        return monitor().get("/api/v1/journeys/{id}", beneficiary).then().statusCode(200);
    }

    /** As it is told for a campaign for this person, or for a general one. */
    private Stream<Event> story(@Nullable UUID campaignFor) {
        return Stream.of(
                new BeneficiaryNominated(caseId, "33.02.27", LocalDate.of(2025, 1, 5)),
                new BeneficiaryPreSurveyed(caseId, LocalDate.of(2025, 1, 7)),
                new BeneficiarySurveyed(caseId, LocalDate.of(2025, 1, 10)),
                anApproval(caseId, beneficiary),
                new CampaignPublished(
                        campaign,
                        campaignFor,
                        ProgramType.MOBILITY_AID,
                        campaignFor == null ? null : "33.02.27",
                        rupiah("2000000"),
                        ON,
                        ON.plusYears(1)),
                new DonationReceived(donation, campaign, campaignFor, rupiah("2000000"), ON),
                aProposal(program, beneficiary),
                new FundingRequested(program, beneficiary, ProgramType.MOBILITY_AID, rupiah("1500000"), ON),
                new FundsMobilised(
                        program,
                        beneficiary,
                        rupiah("1500000"),
                        List.of(
                                new Lot(donation, campaign, rupiah("1000000")),
                                new Lot(donation, campaign, rupiah("500000"))),
                        ON),
                aDelivery(program, beneficiary),
                new DeliveryAcknowledged(program, UUID.randomUUID(), beneficiary, DELIVERED_ON),
                new ProgramCompleted(program, beneficiary, ProgramType.MOBILITY_AID, rupiah("1450000"), DELIVERED_ON));
    }
}
