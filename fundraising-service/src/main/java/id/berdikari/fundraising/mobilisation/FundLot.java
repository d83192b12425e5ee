package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The money of one donation: what of it is still held, and what went back to its donor. */
@Entity
class FundLot {

    @Id
    private UUID donationId;

    /** Grows with each lot, so that the first in is the first out. */
    @Column(insertable = false, updatable = false)
    private long position;

    private UUID campaignId;

    private @Nullable UUID beneficiaryId;

    @Enumerated(EnumType.STRING)
    private @Nullable ProgramType programType;

    private Money amount;
    private Money held;
    private Money returned;

    protected FundLot() {}

    void reserve(Money part) {
        held = held.minus(part);
    }

    void release(Money part) {
        held = held.plus(part);
    }

    Money giveBack() {
        var back = held;
        returned = returned.plus(back);
        held = Money.ZERO;
        return back;
    }

    LotAllocation.Free free() {
        return new LotAllocation.Free(donationId, position, purpose(), held);
    }

    UUID donationId() {
        return donationId;
    }

    UUID campaignId() {
        return campaignId;
    }

    Purpose purpose() {
        return new Purpose(beneficiaryId, programType);
    }

    Money held() {
        return held;
    }

    Money returned() {
        return returned;
    }
}
