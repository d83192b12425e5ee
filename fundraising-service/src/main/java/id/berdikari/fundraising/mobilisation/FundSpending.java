package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;

/** The part of a donation that paid for a delivery. */
@Entity
class FundSpending {

    @Id
    private UUID id;

    private UUID deliveryId;
    private UUID programId;
    private UUID donationId;
    private UUID campaignId;
    private Money amount;
    private LocalDate deliveredOn;

    protected FundSpending() {}

    FundSpending(UUID id, UUID deliveryId, LocalDate deliveredOn, FundAllocation allocation, Money amount) {
        this.id = id;
        this.deliveryId = deliveryId;
        this.programId = allocation.programId();
        this.donationId = allocation.donationId();
        this.campaignId = allocation.campaignId();
        this.amount = amount;
        this.deliveredOn = deliveredOn;
    }
}
