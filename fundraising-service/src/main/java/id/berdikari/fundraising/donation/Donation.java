package id.berdikari.fundraising.donation;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.DonationRefunded;
import id.berdikari.event.ProgramType;
import id.berdikari.fundraising.campaign.OpenCampaign;
import id.berdikari.fundraising.mobilisation.Purpose;
import id.berdikari.kit.money.Money;
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

/** A gift. It keeps its campaign's purpose, so that the payment, the hottest path, reads nothing else. */
@Entity
class Donation {

    @Schema(name = "DonationStatus")
    enum Status {
        PENDING,
        PAID,
        FAILED,
        PARTLY_REFUNDED,
        REFUNDED
    }

    @Schema(name = "PaymentMethod")
    enum Method {
        MIDTRANS
    }

    @Id
    private UUID id;

    private UUID campaignId;

    private @Nullable UUID beneficiaryId;

    @Enumerated(EnumType.STRING)
    private @Nullable ProgramType programType;

    private @Nullable String districtCode;
    private Money amount;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Method method;

    @Enumerated(EnumType.STRING)
    private PaymentState paymentState;

    private boolean anonymous;
    private byte @Nullable [] donorName;
    private byte @Nullable [] donorEmail;
    private Instant promisedAt;
    private @Nullable LocalDate receivedOn;
    private Money refunded;

    @Version
    private long version;

    protected Donation() {}

    Donation(
            UUID id,
            OpenCampaign campaign,
            Money amount,
            Method method,
            boolean anonymous,
            byte @Nullable [] donorName,
            byte @Nullable [] donorEmail,
            Instant promisedAt) {
        this.id = id;
        this.campaignId = campaign.id();
        this.beneficiaryId = campaign.beneficiaryId();
        this.programType = campaign.programType();
        this.districtCode = campaign.districtCode();
        this.amount = amount;
        this.status = Status.PENDING;
        this.method = method;
        this.paymentState = PaymentState.OPEN;
        this.anonymous = anonymous;
        this.donorName = donorName;
        this.donorEmail = donorEmail;
        this.promisedAt = promisedAt;
        this.refunded = Money.ZERO;
    }

    void requirePaid() {
        if (status != Status.PAID && status != Status.PARTLY_REFUNDED) {
            throw DonationProblem.DONATION_NOT_PAID.refused();
        }
    }

    DonationRefunded refund(Money back, LocalDate today) {
        requirePaid();
        if (back.isZero()) {
            throw DonationProblem.NOTHING_HELD.refused();
        }
        refunded = refunded.plus(back);
        status = refunded.equals(amount) ? Status.REFUNDED : Status.PARTLY_REFUNDED;
        return new DonationRefunded(id, campaignId, beneficiaryId, EventMoney.rupiah(back.amount()), today);
    }

    UUID id() {
        return id;
    }

    UUID campaignId() {
        return campaignId;
    }

    Purpose purpose() {
        return new Purpose(beneficiaryId, programType);
    }

    @Nullable
    String districtCode() {
        return districtCode;
    }

    Money amount() {
        return amount;
    }

    Status status() {
        return status;
    }

    Method method() {
        return method;
    }

    boolean isAnonymous() {
        return anonymous;
    }

    byte @Nullable [] donorName() {
        return donorName;
    }

    byte @Nullable [] donorEmail() {
        return donorEmail;
    }

    Instant promisedAt() {
        return promisedAt;
    }

    @Nullable
    LocalDate receivedOn() {
        return receivedOn;
    }

    Money refunded() {
        return refunded;
    }

    long version() {
        return version;
    }
}
