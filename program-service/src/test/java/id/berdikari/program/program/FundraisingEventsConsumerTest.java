package id.berdikari.program.program;

import static id.berdikari.program.ProgramFixtures.aBeneficiary;
import static id.berdikari.program.ProgramFixtures.aFundedProgram;
import static id.berdikari.program.ProgramFixtures.aProgram;
import static id.berdikari.program.ProgramFixtures.batch;
import static id.berdikari.program.ProgramFixtures.hear;
import static id.berdikari.program.ProgramFixtures.mobilised;
import static id.berdikari.program.ProgramFixtures.officer;
import static id.berdikari.program.ProgramFixtures.requestFunding;
import static id.berdikari.program.ProgramFixtures.statusOf;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.CampaignClosed;
import id.berdikari.event.FundraisingEvent.ClosingCause;
import id.berdikari.event.FundraisingEvent.FundingDeclined;
import id.berdikari.event.FundraisingEvent.FundsReturned;
import id.berdikari.local.test.LocalPostgresResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
class FundraisingEventsConsumerTest {

    private static final LocalDate ON = LocalDate.of(2026, 2, 3);

    @Test
    void fundsOnceHoweverOftenTheMoneyIsTold() {
        var beneficiary = aBeneficiary("1500000");
        var program = aProgram(beneficiary, "1500000");
        requestFunding(program);
        var mobilised = batch(mobilised(program, beneficiary, "1500000"));

        hear(mobilised);
        hear(mobilised);

        officer()
                .get("/api/v1/programs/{id}", program)
                .then()
                .body("status", is("FUNDED"))
                .body("mobilised.amount", is("1500000.00"))
                .body("fundedOn", is("2026-02-03"));
    }

    @Test
    void ignoresMoneyThatComesAfterTheCancellation() {
        var beneficiary = aBeneficiary("1500000");
        var program = aProgram(beneficiary, "1500000");
        requestFunding(program);
        officer()
                .body(Map.of("reason", "not needed"))
                .post("/api/v1/programs/{id}/cancellation", program)
                .then()
                .statusCode(200);

        hear(mobilised(program, beneficiary, "1500000"));

        officer()
                .get("/api/v1/programs/{id}", program)
                .then()
                .body("status", is("CANCELLED"))
                .body("mobilised.amount", is("0.00"));
    }

    @Test
    void acceptsThatMoneyIsDeclined() {
        var beneficiary = aBeneficiary("1500000");
        var program = aProgram(beneficiary, "1500000");
        requestFunding(program);
        var declined = batch(new FundingDeclined(program, beneficiary, ON));

        hear(declined);
        hear(declined);
        hear(mobilised(program, beneficiary, "1500000"));

        assertEquals("DECLINED", statusOf(program));
    }

    @Test
    void showsReturnedMoneyOnceEvenWhenTheInboxForgot() {
        var program = aFundedProgram("1500000");
        var returned = new FundsReturned(
                program, UUID.randomUUID(), EventMoney.rupiah(new BigDecimal("50000")), LocalDate.of(2026, 3, 1));

        hear(batch(returned, 900_001));
        hear(batch(returned, 900_001));

        officer().get("/api/v1/programs/{id}", program).then().body("returned.amount", is("50000.00"));
    }

    @Test
    void passesOverWhatIsNotAboutItsPrograms() {
        hear(mobilised(UUID.randomUUID(), UUID.randomUUID(), "1000"));
        hear(new CampaignClosed(UUID.randomUUID(), null, ClosingCause.ENDED, ON));

        officer()
                .auth()
                .oauth2(id.berdikari.local.test.TestTokens.of("admin"))
                .get("/api/v1/parked-events")
                .then()
                .statusCode(200)
                .body("items.size()", is(0));
    }
}
