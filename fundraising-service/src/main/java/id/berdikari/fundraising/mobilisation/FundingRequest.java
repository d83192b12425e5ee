package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.FundingDeclined;
import id.berdikari.event.FundraisingEvent.FundsMobilised;
import id.berdikari.event.FundraisingEvent.FundsReturned;
import id.berdikari.event.FundraisingEvent.Lot;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A programme's request for money. Its id is the programme's. */
@Entity
class FundingRequest {

    @Schema(name = "FundingRequestStatus")
    enum Status {
        WAITING,
        MOBILISED,
        DECLINED,
        CANCELLED,
        COMPLETED
    }

    @Id
    private UUID programId;

    private UUID beneficiaryId;

    @Enumerated(EnumType.STRING)
    private @Nullable ProgramType programType;

    private Money amount;

    @Enumerated(EnumType.STRING)
    private Status status;

    private @Nullable LocalDate requestedOn;
    private @Nullable LocalDate mobilisedOn;
    private Instant recordedAt;

    @Version
    private long version;

    protected FundingRequest() {}

    FundingRequest(
            UUID programId,
            UUID beneficiaryId,
            ProgramType programType,
            Money amount,
            LocalDate requestedOn,
            Instant recordedAt) {
        this.programId = programId;
        this.beneficiaryId = beneficiaryId;
        this.programType = programType;
        this.amount = amount;
        this.status = Status.WAITING;
        this.requestedOn = requestedOn;
        this.recordedAt = recordedAt;
    }

    /** Remembers a cancellation that came before anything else, so that a late request finds it. */
    static FundingRequest cancelledUnseen(UUID programId, UUID beneficiaryId, Instant recordedAt) {
        var request = new FundingRequest();
        request.programId = programId;
        request.beneficiaryId = beneficiaryId;
        request.amount = Money.ZERO;
        request.status = Status.CANCELLED;
        request.recordedAt = recordedAt;
        return request;
    }

    boolean isWaiting() {
        return status == Status.WAITING;
    }

    boolean isMobilised() {
        return status == Status.MOBILISED;
    }

    /** What would pay for it; only a request that waits has one. */
    LotAllocation allocation() {
        if (!isWaiting() || programType == null) {
            throw MobilisationProblem.FUNDING_NOT_WAITING.refused();
        }
        return new LotAllocation(beneficiaryId, programType, amount);
    }

    FundsMobilised mobilise(List<Lot> lots, LocalDate today) {
        status = Status.MOBILISED;
        mobilisedOn = today;
        return new FundsMobilised(programId, beneficiaryId, EventMoney.rupiah(amount.amount()), lots, today);
    }

    FundingDeclined decline(LocalDate today) {
        status = Status.DECLINED;
        return new FundingDeclined(programId, beneficiaryId, today);
    }

    void requireFunded() {
        if (!isMobilised()) {
            throw MobilisationProblem.PROGRAM_NOT_FUNDED.refused();
        }
    }

    void cancel() {
        status = Status.CANCELLED;
    }

    void complete() {
        status = Status.COMPLETED;
    }

    FundsReturned returned(Money rest, LocalDate today) {
        return new FundsReturned(programId, beneficiaryId, EventMoney.rupiah(rest.amount()), today);
    }

    UUID programId() {
        return programId;
    }

    UUID beneficiaryId() {
        return beneficiaryId;
    }

    @Nullable
    ProgramType programType() {
        return programType;
    }

    Money amount() {
        return amount;
    }

    Status status() {
        return status;
    }

    @Nullable
    LocalDate requestedOn() {
        return requestedOn;
    }

    @Nullable
    LocalDate mobilisedOn() {
        return mobilisedOn;
    }

    long version() {
        return version;
    }
}
