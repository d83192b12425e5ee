package id.berdikari.fundraising.donation;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.security.FourEyes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Money on its way back to a donor: proposed by one treasurer, confirmed by another. */
@Entity
class Refund {

    @Schema(name = "RefundStatus")
    enum Status {
        PROPOSED,
        REFUNDED
    }

    @Id
    private UUID id;

    private UUID donationId;

    @Enumerated(EnumType.STRING)
    private Status status;

    private String reason;

    /** What was held when it was proposed, and what went back once it is confirmed. */
    private Money amount;

    private String proposedBy;
    private @Nullable String confirmedBy;
    private @Nullable LocalDate refundedOn;
    private Instant recordedAt;

    @Version
    private long version;

    protected Refund() {}

    Refund(UUID id, UUID donationId, String reason, Money held, String proposedBy, Instant recordedAt) {
        if (held.isZero()) {
            throw DonationProblem.NOTHING_HELD.refused();
        }
        this.id = id;
        this.donationId = donationId;
        this.status = Status.PROPOSED;
        this.reason = reason;
        this.amount = held;
        this.proposedBy = proposedBy;
        this.recordedAt = recordedAt;
    }

    void confirm(String treasurer, Money back, LocalDate today) {
        FourEyes.require(treasurer, proposedBy);
        status = Status.REFUNDED;
        amount = back;
        confirmedBy = treasurer;
        refundedOn = today;
    }

    UUID id() {
        return id;
    }

    UUID donationId() {
        return donationId;
    }

    Status status() {
        return status;
    }

    String reason() {
        return reason;
    }

    Money amount() {
        return amount;
    }

    String proposedBy() {
        return proposedBy;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    @Nullable
    LocalDate refundedOn() {
        return refundedOn;
    }

    long version() {
        return version;
    }
}
