package id.berdikari.beneficiary.beneficiary;

import id.berdikari.event.ConsentPurpose;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Evidence of one answer to one question; never changed. */
@Entity
class Consent {

    @Schema(name = "ConsentStatus")
    enum Status {
        GIVEN,
        NOT_GIVEN
    }

    @Id
    private UUID id;

    private UUID beneficiaryId;

    @Enumerated(EnumType.STRING)
    private ConsentPurpose purpose;

    private boolean given;
    private String witness;
    private String recordedBy;
    private Instant recordedAt;

    Consent() {}

    Consent(UUID beneficiaryId, Approval.SurveyedConsent answer) {
        this.id = Identifiers.next();
        this.beneficiaryId = beneficiaryId;
        this.purpose = answer.purpose();
        this.given = answer.given();
        this.witness = answer.witness();
        this.recordedBy = answer.recordedBy();
        this.recordedAt = answer.recordedAt();
    }

    UUID id() {
        return id;
    }

    ConsentPurpose purpose() {
        return purpose;
    }

    Status status() {
        return given ? Status.GIVEN : Status.NOT_GIVEN;
    }

    boolean given() {
        return given;
    }

    String witness() {
        return witness;
    }

    String recordedBy() {
        return recordedBy;
    }

    Instant recordedAt() {
        return recordedAt;
    }
}
