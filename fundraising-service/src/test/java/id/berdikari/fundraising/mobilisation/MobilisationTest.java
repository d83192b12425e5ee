package id.berdikari.fundraising.mobilisation;

import static id.berdikari.fundraising.Given.CASES;
import static id.berdikari.fundraising.Given.PROGRAMS;
import static id.berdikari.fundraising.Given.aGift;
import static id.berdikari.fundraising.Given.aPermit;
import static id.berdikari.fundraising.Given.aPublished;
import static id.berdikari.fundraising.Given.anApprovedPerson;
import static id.berdikari.fundraising.Given.approval;
import static id.berdikari.fundraising.Given.as;
import static id.berdikari.fundraising.Given.forPerson;
import static id.berdikari.fundraising.Given.general;
import static id.berdikari.fundraising.Given.happens;
import static id.berdikari.fundraising.Given.rows;
import static id.berdikari.fundraising.Given.rupiah;
import static id.berdikari.fundraising.Given.sent;
import static id.berdikari.fundraising.Given.sentTypes;
import static id.berdikari.fundraising.Given.somebody;
import static id.berdikari.fundraising.Given.today;
import static id.berdikari.fundraising.Given.trace;
import static id.berdikari.fundraising.Given.traced;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramEvent;
import id.berdikari.event.ProgramEvent.DeliveryCompleted;
import id.berdikari.event.ProgramEvent.FundingCancelled;
import id.berdikari.event.ProgramEvent.FundingRequested;
import id.berdikari.event.ProgramEvent.ProgramCompleted;
import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.Given.Person;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class MobilisationTest {

    private Person person = somebody();
    private String campaign = "";
    private UUID program = UUID.randomUUID();

    @BeforeEach
    void aCampaignForAPerson() {
        person = anApprovedPerson();
        campaign = aPublished(forPerson(person.beneficiaryId(), aPermit()));
        program = Identifiers.next();
    }

    @Test
    void eachRupiahIsFollowedFromDonationToHandOver() {
        var first = aGift(campaign, "500000");
        var second = aGift(campaign, "400000");
        var delivery = UUID.randomUUID();

        twice(requested("750000"));
        assertEquals(List.of("RESERVED 500000.00"), traced(first));
        assertEquals(List.of("RESERVED 250000.00", "HELD 150000.00"), traced(second));

        twice(new DeliveryCompleted(program, delivery, person.beneficiaryId(), rupiah("700000"), today()));
        assertEquals(List.of("SPENT 500000.00"), traced(first));
        assertEquals(List.of("SPENT 200000.00", "RESERVED 50000.00", "HELD 150000.00"), traced(second));

        twice(completed("700000"));
        assertEquals(List.of("SPENT 200000.00", "HELD 200000.00"), traced(second));
        trace(first)
                .then()
                .body("items[0].programId", equalTo(program.toString()))
                .body("items[0].deliveryId", equalTo(delivery.toString()))
                .body("items[0].handedOverOn", equalTo(today().toString()))
                .body("items[0].campaignId", equalTo(campaign));
        assertEquals(List.of("funds-mobilised", "funds-returned"), sentTypes(program));
        var mobilised = sent(program).getFirst().payload();
        assertTrue(mobilised.indexOf(first.id().toString())
                < mobilised.indexOf(second.id().toString()));
        assertTrue(sent(program).getLast().payload().contains("\"50000.00\""));
        as("program-officer")
                .get("/api/v1/funding-requests/" + program)
                .then()
                .statusCode(200)
                .body("status", equalTo("COMPLETED"));
        as("auditor")
                .get("/api/v1/funding-requests/" + program + "/allocations")
                .then()
                .body("items.size()", equalTo(2));
        booksBalance();
    }

    @Test
    void aRequestWaitsForTheWholeAmount() {
        aGift(campaign, "500000");

        happens(PROGRAMS, requested("750000"));
        assertEquals(List.of("WAITING"), status(program));
        assertEquals(List.of(), sentTypes(program));

        aGift(campaign, "250000");
        eventually(program, "MOBILISED");
        assertEquals(List.of("funds-mobilised"), sentTypes(program));
    }

    @Test
    void aRequestForAPersonNotHeardOfWaits() {
        person = somebody();

        happens(PROGRAMS, requested("0"));
        assertEquals(List.of("WAITING"), status(program));
        assertEquals(List.of(), parked());

        happens(CASES, approval(person, true));
        aGift(aPublished(forPerson(person.beneficiaryId(), aPermit())), "1000");
        eventually(program, "MOBILISED");
    }

    @Test
    void moneyOfOtherPurposesComesAfterThatForThePerson() {
        var free = aGift(aPublished(general(null, aPermit())), "30000");
        var kind = aGift(aPublished(general(ProgramType.MOBILITY_AID, aPermit())), "30000");
        var otherKind = aGift(aPublished(general(ProgramType.RICE_SHARING, aPermit())), "30000");
        var own = aGift(campaign, "40000");

        happens(PROGRAMS, requested("100000"));

        assertEquals(List.of("MOBILISED"), status(program));
        assertEquals(List.of("RESERVED 40000.00"), traced(own));
        assertEquals(List.of("RESERVED 30000.00"), traced(kind));
        assertEquals(List.of("RESERVED 30000.00"), traced(free));
        assertEquals(List.of("HELD 30000.00"), traced(otherKind));
        booksBalance();
    }

    @Test
    void aCancellationGivesTheMoneyBackToItsPurpose() {
        var gift = aGift(campaign, "750000");
        happens(PROGRAMS, requested("750000"));

        twice(new FundingCancelled(program, person.beneficiaryId(), today()));

        assertEquals(List.of("HELD 750000.00"), traced(gift));
        assertEquals(List.of("CANCELLED"), status(program));
        assertEquals(List.of("funds-mobilised", "funds-returned"), sentTypes(program));
        booksBalance();
    }

    @Test
    void aCancellationThatComesFirstStands() {
        aGift(campaign, "750000");

        happens(PROGRAMS, new FundingCancelled(program, person.beneficiaryId(), today()));
        happens(PROGRAMS, requested("750000"));

        assertEquals(List.of("CANCELLED"), status(program));
        assertEquals(List.of(), sentTypes(program));
        assertEquals(List.of(), parked());
    }

    @Test
    void aWaitingRequestEndsWithTheConsentToHelp() {
        happens(PROGRAMS, requested("750000"));

        happens(CASES, new ConsentWithdrawn(person.caseId(), person.beneficiaryId(), ConsentPurpose.ASSISTANCE));

        assertEquals(List.of("DECLINED"), status(program));
        assertEquals(List.of("funding-declined"), sentTypes(program));
    }

    @Test
    void aRequestAfterAnExitIsDeclined() {
        var gift = aGift(campaign, "750000");
        happens(CASES, new BeneficiaryExited(person.caseId(), person.beneficiaryId(), today()));

        twice(requested("750000"));

        assertEquals(List.of("funding-declined"), sentTypes(program));
        assertEquals(List.of("HELD 750000.00"), traced(gift));
    }

    @Test
    void aCostAboveTheReservedMoneyIsParkedAndBooksNothing() {
        var gift = aGift(campaign, "750000");
        happens(PROGRAMS, requested("500000"));

        happens(
                PROGRAMS,
                new DeliveryCompleted(
                        program, UUID.randomUUID(), person.beneficiaryId(), rupiah("500000.01"), today()));

        assertEquals(List.of("cost-above-reserved"), parked());
        assertEquals(List.of("RESERVED 500000.00", "HELD 250000.00"), traced(gift));
    }

    @Test
    void requestsAtTheSameMomentNeverShareMoney() throws Exception {
        var gift = aGift(campaign, "700000");
        var programs = IntStream.range(0, 4).mapToObj(_ -> Identifiers.next()).toList();

        try (var threads = Executors.newFixedThreadPool(4)) {
            var calls = programs.stream()
                    .<Callable<Boolean>>map(each -> () -> {
                        happens(
                                PROGRAMS,
                                List.of(PROGRAMS.record(
                                        new FundingRequested(
                                                each,
                                                person.beneficiaryId(),
                                                ProgramType.MOBILITY_AID,
                                                rupiah("300000"),
                                                today()),
                                        each.toString(),
                                        1)));
                        return true;
                    })
                    .toList();
            for (var call : threads.invokeAll(calls)) {
                assertTrue(call.get());
            }
        }

        var states = programs.stream()
                .flatMap(each -> status(each).stream())
                .sorted()
                .toList();
        assertEquals(List.of("MOBILISED", "MOBILISED", "WAITING", "WAITING"), states);
        assertEquals(List.of("RESERVED 300000.00", "RESERVED 300000.00", "HELD 100000.00"), traced(gift));
        booksBalance();
    }

    @Test
    void aRefundTakesOnlyWhatIsInNoProgramme() {
        var gift = aGift(campaign, "750000");
        happens(PROGRAMS, requested("500000"));
        var path = "/api/v1/donations/" + gift.id() + "/refund";

        as("treasurer").body("{\"reason\":\"Asked for it\"}").post(path).then().statusCode(201);
        as("treasurer", "treasurer-2")
                .body("{}")
                .post(path + "/confirmation")
                .then()
                .statusCode(200);

        assertEquals(List.of("RESERVED 500000.00", "RETURNED 250000.00"), traced(gift));
        as("treasurer")
                .get("/api/v1/donations/" + gift.id())
                .then()
                .body("status", equalTo("PARTLY_REFUNDED"))
                .body("refunded.amount", equalTo("250000.00"));
        booksBalance();
    }

    private FundingRequested requested(String amount) {
        return new FundingRequested(program, person.beneficiaryId(), ProgramType.MOBILITY_AID, rupiah(amount), today());
    }

    private ProgramCompleted completed(String spent) {
        return new ProgramCompleted(program, person.beneficiaryId(), ProgramType.MOBILITY_AID, rupiah(spent), today());
    }

    /** The same event, delivered twice. */
    private static void twice(ProgramEvent event) {
        var record = List.of(PROGRAMS.record(event));
        happens(PROGRAMS, record);
        happens(PROGRAMS, record);
    }

    private static List<String> status(UUID programId) {
        return rows("select status from funding_request where program_id = ?", programId).stream()
                .map(List::getFirst)
                .toList();
    }

    private static void eventually(UUID programId, String status) {
        await().atMost(Duration.ofSeconds(15)).until(() -> status(programId), List.of(status)::equals);
    }

    private List<String> parked() {
        return rows("select cause from parked_event where key = ?", program.toString()).stream()
                .map(List::getFirst)
                .toList();
    }

    /** What the funds owe is what the lots and allocations hold, and the books balance. */
    private static void booksBalance() {
        var figures = rows("""
                select (select sum(debit) - sum(credit) from ledger_entry),
                       (select sum(credit) - sum(debit) from ledger_entry where account_code in ('2100', '2200', '2300'))
                           - (select sum(held) from fund_lot),
                       coalesce((select sum(credit) - sum(debit) from ledger_entry where account_code = '2900'), 0)
                           - coalesce((select sum(reserved) from fund_allocation), 0)
                """).getFirst();
        assertEquals(
                List.of("0.00", "0.00", "0.00"),
                Stream.of(figures.get(0), figures.get(1), figures.get(2)).toList());
    }
}
