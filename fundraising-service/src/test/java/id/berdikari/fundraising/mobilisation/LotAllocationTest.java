package id.berdikari.fundraising.mobilisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LotAllocationTest {

    private static final UUID PERSON = UUID.randomUUID();
    private static final UUID OTHER_PERSON = UUID.randomUUID();

    @Test
    void takesTheFirstDonationFirst() {
        var second = lot(2, PERSON, null, "60000");
        var first = lot(1, PERSON, null, "50000");

        var parts = wanting("70000").from(List.of(second, first));

        assertEquals(Optional.of(List.of(part(first, "50000"), part(second, "20000"))), parts);
    }

    @Test
    void takesMoneyForThePersonThenForTheKindOfHelpThenTheRest() {
        var free = lot(1, null, null, "50000");
        var kind = lot(2, null, ProgramType.MOBILITY_AID, "50000");
        var both = lot(4, PERSON, ProgramType.MOBILITY_AID, "10000");
        var person = lot(3, PERSON, null, "10000");

        var parts = wanting("80000").from(List.of(free, kind, both, person));

        assertEquals(
                Optional.of(
                        List.of(part(person, "10000"), part(both, "10000"), part(kind, "50000"), part(free, "10000"))),
                parts);
    }

    @Test
    void neverTakesMoneyGivenForAnotherPersonOrKindOfHelp() {
        var others = lot(1, OTHER_PERSON, null, "90000");
        var otherKind = lot(2, null, ProgramType.RICE_SHARING, "90000");
        var otherKindOfThisPerson = lot(3, PERSON, ProgramType.RICE_SHARING, "90000");

        var parts = wanting("1000").from(List.of(others, otherKind, otherKindOfThisPerson));

        assertTrue(parts.isEmpty());
    }

    @Test
    void takesAllOrNothing() {
        var lot = lot(1, PERSON, null, "69999.99");

        assertTrue(wanting("70000").from(List.of(lot)).isEmpty());
        assertEquals(
                Optional.of(List.of(part(lot, "69999.99"))), wanting("69999.99").from(List.of(lot)));
    }

    private static LotAllocation wanting(String amount) {
        return new LotAllocation(PERSON, ProgramType.MOBILITY_AID, Money.rupiah(amount));
    }

    private static LotAllocation.Free lot(
            long position, @Nullable UUID beneficiaryId, @Nullable ProgramType programType, String held) {
        return new LotAllocation.Free(
                UUID.randomUUID(), position, new Purpose(beneficiaryId, programType), Money.rupiah(held));
    }

    private static LotAllocation.Part part(LotAllocation.Free lot, String amount) {
        return new LotAllocation.Part(lot.donationId(), Money.rupiah(amount));
    }
}
