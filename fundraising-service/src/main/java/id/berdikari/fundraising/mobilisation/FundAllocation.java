package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** The part of a donation that a programme was given, and how much of it is still unspent. */
@Entity
class FundAllocation {

    @Id
    private UUID id;

    private UUID programId;
    private UUID donationId;
    private UUID campaignId;
    private Money amount;
    private Money reserved;

    protected FundAllocation() {}

    FundAllocation(UUID id, UUID programId, FundLot lot, Money amount) {
        this.id = id;
        this.programId = programId;
        this.donationId = lot.donationId();
        this.campaignId = lot.campaignId();
        this.amount = amount;
        this.reserved = amount;
    }

    /** Spends as much of a cost as is left here; answers what it spent. */
    Money spend(Money cost) {
        var spent = cost.atMost(reserved);
        reserved = reserved.minus(spent);
        return spent;
    }

    Money release() {
        var rest = reserved;
        reserved = Money.ZERO;
        return rest;
    }

    UUID id() {
        return id;
    }

    UUID programId() {
        return programId;
    }

    UUID donationId() {
        return donationId;
    }

    UUID campaignId() {
        return campaignId;
    }

    Money amount() {
        return amount;
    }

    Money reserved() {
        return reserved;
    }
}
