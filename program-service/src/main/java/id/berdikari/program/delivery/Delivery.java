package id.berdikari.program.delivery;

import id.berdikari.event.EventMoney;
import id.berdikari.event.ProgramEvent.DeliveryAcknowledged;
import id.berdikari.event.ProgramEvent.DeliveryCompleted;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.security.FourEyes;
import id.berdikari.program.program.Fulfilment.Fulfilled;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.jspecify.annotations.Nullable;

/** One hand-over of help. Who recorded it cannot also vouch that it arrived. */
@Entity
class Delivery {

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private DeliveryStatus status;

    private UUID programId;
    private UUID beneficiaryId;
    private String districtCode;
    private String deliveredBy;
    private LocalDate deliveredOn;
    private Money actualCost;

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "delivered_item", joinColumns = @JoinColumn(name = "delivery_id"))
    @OrderColumn(name = "position")
    private List<DeliveredItem> items = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @Fetch(FetchMode.SELECT)
    @CollectionTable(name = "receipt", joinColumns = @JoinColumn(name = "delivery_id"))
    @OrderColumn(name = "position")
    private List<Receipt> receipts = new ArrayList<>();

    @Embedded
    private Proof proof;

    private @Nullable LocalDate acknowledgedOn;
    private @Nullable String acknowledgedBy;
    private @Nullable String witness;
    private @Nullable String verifiedBy;

    Delivery() {}

    Delivery(
            Fulfilled program,
            String deliveredBy,
            LocalDate deliveredOn,
            List<DeliveredItem> items,
            Money actualCost,
            List<Receipt> receipts,
            Proof proof) {
        this.id = Identifiers.next();
        this.status = DeliveryStatus.DELIVERED;
        this.programId = program.programId();
        this.beneficiaryId = program.beneficiaryId();
        this.districtCode = program.districtCode();
        this.deliveredBy = deliveredBy;
        this.deliveredOn = deliveredOn;
        this.items.addAll(items);
        this.actualCost = actualCost;
        this.receipts.addAll(receipts);
        this.proof = proof;
    }

    DeliveryCompleted completed() {
        return new DeliveryCompleted(programId, id, beneficiaryId, EventMoney.rupiah(actualCost.amount()), deliveredOn);
    }

    DeliveryAcknowledged acknowledge(LocalDate on, String by, String witness, String verifier) {
        FourEyes.require(verifier, deliveredBy);
        if (status == DeliveryStatus.ACKNOWLEDGED) {
            throw DeliveryProblem.DELIVERY_ALREADY_ACKNOWLEDGED.refused();
        }
        status = DeliveryStatus.ACKNOWLEDGED;
        acknowledgedOn = on;
        acknowledgedBy = by;
        this.witness = witness;
        verifiedBy = verifier;
        return new DeliveryAcknowledged(programId, id, beneficiaryId, on);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    DeliveryStatus status() {
        return status;
    }

    UUID programId() {
        return programId;
    }

    UUID beneficiaryId() {
        return beneficiaryId;
    }

    String districtCode() {
        return districtCode;
    }

    LocalDate deliveredOn() {
        return deliveredOn;
    }

    Money actualCost() {
        return actualCost;
    }

    List<DeliveredItem> items() {
        return List.copyOf(items);
    }

    List<Receipt> receipts() {
        return List.copyOf(receipts);
    }

    Proof proof() {
        return proof;
    }

    @Nullable
    LocalDate acknowledgedOn() {
        return acknowledgedOn;
    }

    @Nullable
    String acknowledgedBy() {
        return acknowledgedBy;
    }

    @Nullable
    String witness() {
        return witness;
    }
}
