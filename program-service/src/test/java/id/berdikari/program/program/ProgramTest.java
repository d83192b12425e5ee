package id.berdikari.program.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.problem.ProblemException;
import id.berdikari.program.beneficiary.ApprovedBeneficiary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProgramTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 2, 3);
    private static final Money BUDGET = Money.rupiah("1500000");

    @Test
    void asksForItsWholeBudget() {
        var requested = aProposal().requestFunding(TODAY);

        assertEquals("1500000.00", requested.amount().amount());
    }

    @Test
    void asksOnlyOnce() {
        var program = aProposal();
        program.requestFunding(TODAY);

        refuses("funding-already-requested", () -> program.requestFunding(TODAY));
    }

    @Test
    void keepsItsBudgetOnceMoneyIsAskedFor() {
        var program = aProposal();
        program.requestFunding(TODAY);

        refuses("budget-is-fixed", () -> program.changeBudget(program.lines(), aPolicy()));
    }

    @Test
    void ignoresMoneyThatItNoLongerWaitsFor() {
        var program = aProposal();
        program.requestFunding(TODAY);
        program.cancel("not needed", TODAY);

        assertFalse(program.fund(BUDGET, TODAY));
        assertEquals(ProgramStatus.CANCELLED, program.status());
    }

    @Test
    void ignoresARefusalAfterMoneyCame() {
        var program = funded();

        assertFalse(program.decline(TODAY));
        assertEquals(ProgramStatus.FUNDED, program.status());
    }

    @Test
    void spendsUpToItsMoneyInSeveralDeliveries() {
        var program = funded();

        program.deliver(Money.rupiah("1000000"));
        program.deliver(Money.rupiah("500000"));

        assertEquals(BUDGET, program.spent());
    }

    @Test
    void spendsNotOneSenMore() {
        var program = funded();
        program.deliver(Money.rupiah("1000000"));

        refuses("delivery-above-mobilised-money", () -> program.deliver(Money.rupiah("500000.01")));
    }

    @Test
    void deliversNothingWithoutMoney() {
        refuses("program-not-funded", () -> aProposal().deliver(BUDGET));
    }

    @Test
    void isAcknowledgedWithItsLastDelivery() {
        var program = funded();
        program.deliver(Money.rupiah("1000000"));
        program.deliver(Money.rupiah("500000"));
        program.acknowledgeDelivery();
        var after = program.status();
        program.acknowledgeDelivery();

        assertEquals(ProgramStatus.DELIVERED, after);
        assertEquals(ProgramStatus.ACKNOWLEDGED, program.status());
    }

    @Test
    void waitsAgainAfterAnotherDelivery() {
        var program = funded();
        program.deliver(Money.rupiah("1000000"));
        program.acknowledgeDelivery();
        program.deliver(Money.rupiah("500000"));

        refuses("deliveries-not-acknowledged", () -> program.complete(TODAY));
    }

    @Test
    void completesWithWhatItSpent() {
        var program = funded();
        program.deliver(Money.rupiah("1400000"));
        program.acknowledgeDelivery();

        assertEquals("1400000.00", program.complete(TODAY).spent().amount());
    }

    @Test
    void completesOnlyAfterADelivery() {
        refuses("deliveries-not-acknowledged", () -> funded().complete(TODAY));
    }

    @Test
    void tellsItsCancellationOnlyWhereMoneyWasAskedFor() {
        assertTrue(aProposal().cancel("not needed", TODAY).isEmpty());
        assertTrue(funded().cancel("not needed", TODAY).isPresent());
    }

    @Test
    void isNotCancelledAfterADelivery() {
        var program = funded();
        program.deliver(Money.rupiah("1"));

        refuses("program-not-cancellable", () -> program.cancel("too late", TODAY));
    }

    @Test
    void addsUpReturnedMoneyOnceEach() {
        var program = funded();

        assertTrue(program.takeBack(Money.rupiah("100000"), 7));
        assertFalse(program.takeBack(Money.rupiah("100000"), 7));
        assertEquals(Money.rupiah("100000"), program.returned());
    }

    private static Program aProposal() {
        var beneficiary = new ApprovedBeneficiary(
                UUID.randomUUID(),
                "33.02.27",
                LocalDate.of(2026, 1, 20),
                List.of("decider-1"),
                Map.of(ProgramType.MOBILITY_AID, BUDGET),
                true,
                false);
        var program = new Program(beneficiary, ProgramType.MOBILITY_AID, "A wheelchair", "officer-1", TODAY);
        program.propose(List.of(new BudgetLine("Wheelchair", BUDGET)), aPolicy());
        return program;
    }

    private static Program funded() {
        var program = aProposal();
        program.requestFunding(TODAY);
        program.fund(BUDGET, TODAY);
        return program;
    }

    private static BudgetPolicy aPolicy() {
        return new BudgetPolicy(BUDGET.amount(), BigDecimal.ZERO);
    }

    private static void refuses(String code, Runnable step) {
        var refused = assertThrows(ProblemException.class, step::run);
        assertEquals(code, refused.type().code());
    }
}
