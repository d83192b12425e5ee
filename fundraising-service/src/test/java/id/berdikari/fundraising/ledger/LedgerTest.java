package id.berdikari.fundraising.ledger;

import static id.berdikari.fundraising.Given.aGift;
import static id.berdikari.fundraising.Given.aPermit;
import static id.berdikari.fundraising.Given.aPublished;
import static id.berdikari.fundraising.Given.anApprovedPerson;
import static id.berdikari.fundraising.Given.as;
import static id.berdikari.fundraising.Given.forPerson;
import static id.berdikari.fundraising.Given.rows;
import static id.berdikari.fundraising.Given.today;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.kit.money.Money;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class LedgerTest {

    @Inject
    Ledger ledger;

    @Test
    void aJournalThatDoesNotBalanceIsRefusedByTheDatabase() {
        var reference = UUID.randomUUID();

        assertThrows(
                RuntimeException.class,
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> ledger.post(
                                JournalKind.DONATION_RECEIVED,
                                reference,
                                today(),
                                List.of(
                                        Posting.debit(Account.CASH, Money.rupiah("100.00")),
                                        Posting.credit(Account.UNRESTRICTED_FUND, Money.rupiah("99.99"))))));

        assertEquals(List.of(), rows("select id from journal where reference = ?", reference));
    }

    @Test
    void whatIsBookedNeverChanges() {
        aGift(aPublished(forPerson(anApprovedPerson().beneficiaryId(), aPermit())), "50000");

        for (var change : List.of(
                "update ledger_entry set debit = debit + 1 where debit > 0",
                "delete from ledger_entry",
                "truncate ledger_entry",
                "update journal set booked_on = booked_on - 1",
                "delete from journal")) {
            var refused = assertThrows(IllegalStateException.class, () -> rows(change));
            assertTrue(String.valueOf(refused.getMessage()).contains("what is booked stays"), change);
        }
    }

    @Test
    void theTrialBalanceBalances() {
        var gift = aGift(aPublished(forPerson(anApprovedPerson().beneficiaryId(), aPermit())), "50000");

        var balance = as("treasurer")
                .get("/api/v1/ledger/trial-balance")
                .then()
                .statusCode(200)
                .body("accounts.code", hasItems("1100", "2100", "2200", "2300", "2900"))
                .extract();
        assertEquals(balance.<String>path("totals.debit.amount"), balance.<String>path("totals.credit.amount"));
        as("auditor")
                .get("/api/v1/ledger/trial-balance?asOf=2020-01-01")
                .then()
                .body("totals.debit.amount", equalTo("0.00"));
        String journal = as("auditor")
                .get("/api/v1/ledger/journal?kind=DONATION_RECEIVED&reference=" + gift.id())
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].entries.accountCode", hasItems("1100", "2100"))
                .extract()
                .path("items[0].id");
        as("auditor")
                .get("/api/v1/ledger/journal/" + journal)
                .then()
                .statusCode(200)
                .body("id", equalTo(journal));
        as("auditor").get("/api/v1/ledger/accounts?limit=2").then().body("items.size()", equalTo(2));
    }
}
