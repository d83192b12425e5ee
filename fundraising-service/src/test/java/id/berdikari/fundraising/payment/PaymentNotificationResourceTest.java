package id.berdikari.fundraising.payment;

import static id.berdikari.fundraising.Given.CASES;
import static id.berdikari.fundraising.Given.aPermit;
import static id.berdikari.fundraising.Given.aPromise;
import static id.berdikari.fundraising.Given.aPublished;
import static id.berdikari.fundraising.Given.anApprovedPerson;
import static id.berdikari.fundraising.Given.as;
import static id.berdikari.fundraising.Given.forPerson;
import static id.berdikari.fundraising.Given.happens;
import static id.berdikari.fundraising.Given.midtransSays;
import static id.berdikari.fundraising.Given.rows;
import static id.berdikari.fundraising.Given.sentTypes;
import static id.berdikari.fundraising.Given.signature;
import static id.berdikari.fundraising.Given.traced;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.fundraising.Given.Gift;
import id.berdikari.fundraising.Given.Person;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class PaymentNotificationResourceTest {

    private Person person = new Person(UUID.randomUUID(), UUID.randomUUID());
    private Gift gift = new Gift(UUID.randomUUID(), "");

    @BeforeEach
    void aPromisedGift() {
        person = anApprovedPerson();
        gift = aPromise(aPublished(forPerson(person.beneficiaryId(), aPermit())), "50000");
    }

    @Test
    void aSettlementPaysOnce() {
        outcome(midtransSays(gift.id(), "pending", "50000.00"), "APPLIED");
        outcome(midtransSays(gift.id(), "settlement", "50000.00"), "APPLIED");
        outcome(midtransSays(gift.id(), "settlement", "50000.00"), "REPEATED");
        outcome(midtransSays(gift.id(), "pending", "50000.00"), "OUT_OF_ORDER");

        expectOnePayment();
        as("treasurer")
                .get("/api/v1/payment-notifications?outcome=APPLIED&orderId=" + gift.id())
                .then()
                .body("items.size()", equalTo(2))
                .body("items.transactionStatus", hasItem("settlement"));
        as("treasurer").get("/api/v1/donations/" + gift.id()).then().body("status", equalTo("PAID"));
    }

    @Test
    void aCaptureThatIsSettledLaterPaysOnce() {
        outcome(midtransSays(gift.id(), "capture", "50000.00"), "APPLIED");
        outcome(midtransSays(gift.id(), "settlement", "50000.00"), "APPLIED");

        expectOnePayment();
    }

    @Test
    void parallelNotificationsPayOnce() throws Exception {
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Response> call = () -> midtransSays(gift.id(), "settlement", "50000.00");
            for (var answer : threads.invokeAll(Collections.nCopies(8, call))) {
                answer.get().then().statusCode(200);
            }
        }

        expectOnePayment();
    }

    @Test
    void aForgedNotificationChangesNothing() {
        var order = gift.id().toString();

        midtransSays(order, "settlement", "50000.00", signature(order, "200", "50000.01"))
                .then()
                .statusCode(403)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/signature-invalid"));
        midtransSays(order, "settlement", "50000.00", "").then().statusCode(400);

        expectNoPayment();
    }

    @Test
    void aWrongAmountIsKeptForTheTreasurerAndPaysNothing() {
        midtransSays(gift.id(), "settlement", "5000.00")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/paid-amount-differs"));

        expectNoPayment();
        as("treasurer")
                .get("/api/v1/payment-notifications?outcome=AMOUNT_DIFFERS")
                .then()
                .body("items.orderId", hasItem(gift.id().toString()));
    }

    @Test
    void anUnknownOrderIsNotFound() {
        midtransSays(UUID.randomUUID(), "settlement", "50000.00").then().statusCode(404);
        midtransSays("order-101", "settlement", "50000.00", signature("order-101", "200", "50000.00"))
                .then()
                .statusCode(404);
    }

    @Test
    void moneyAfterExpiryNeedsATreasurer() {
        outcome(midtransSays(gift.id(), "expire", "50000.00"), "APPLIED");
        outcome(midtransSays(gift.id(), "settlement", "50000.00"), "ATTENTION");

        expectNoPayment();
        as("treasurer").get("/api/v1/donations/" + gift.id()).then().body("status", equalTo("FAILED"));
    }

    @Test
    void moneyThatGoesBackByItselfNeedsATreasurer() {
        outcome(midtransSays(gift.id(), "settlement", "50000.00"), "APPLIED");
        outcome(midtransSays(gift.id(), "chargeback", "50000.00"), "ATTENTION");
        outcome(midtransSays(gift.id(), "something-new", "50000.00"), "ATTENTION");

        expectOnePayment();
    }

    @Test
    void moneyForACampaignWithdrawnMeanwhileIsHeld() {
        happens(CASES, new ConsentWithdrawn(person.caseId(), person.beneficiaryId(), ConsentPurpose.PUBLICATION));

        outcome(midtransSays(gift.id(), "settlement", "50000.00"), "APPLIED");

        expectOnePayment();
        assertEquals(List.of("HELD 50000.00"), traced(gift));
    }

    private void expectOnePayment() {
        assertEquals(List.of("donation-received"), sentTypes(gift.id()));
        assertEquals(
                List.of(List.of("1100", "50000.00", "0.00"), List.of("2100", "0.00", "50000.00")),
                rows("""
                        select account_code, debit, credit from ledger_entry
                        where journal_id in (select id from journal where reference = ?) order by account_code
                        """, gift.id()));
    }

    private void expectNoPayment() {
        assertEquals(List.of(), sentTypes(gift.id()));
        assertEquals(List.of(), rows("select id from journal where reference = ?", gift.id()));
    }

    private static void outcome(Response answer, String outcome) {
        answer.then().statusCode(200).body("outcome", equalTo(outcome));
    }
}
