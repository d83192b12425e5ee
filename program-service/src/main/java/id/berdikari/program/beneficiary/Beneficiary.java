package id.berdikari.program.beneficiary;

import static java.util.stream.Collectors.toMap;

import id.berdikari.event.BeneficiaryEvent.ApprovedNeed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a case. Facts may come in any order: each kind keeps the sequence of its newest fact, and leaving is
 * final, so an approval that comes late resurrects nothing.
 */
@Entity
class Beneficiary {

    @Id
    private UUID caseId;

    private @Nullable UUID beneficiaryId;
    private @Nullable String districtCode;
    private @Nullable LocalDate decidedOn;
    private List<String> deciders;
    private boolean assistanceConsent;
    private long approvedSequence;
    private long consentSequence;
    private @Nullable LocalDate exitedOn;

    @ElementCollection
    @CollectionTable(name = "approved_need", joinColumns = @JoinColumn(name = "case_id"))
    @MapKeyColumn(name = "program_type")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "amount")
    private Map<ProgramType, Money> needs = new HashMap<>();

    Beneficiary() {}

    void approve(BeneficiaryApproved approved, long sequence) {
        if (sequence <= approvedSequence) {
            return;
        }
        approvedSequence = sequence;
        beneficiaryId = approved.beneficiaryId();
        districtCode = approved.districtCode();
        decidedOn = approved.decidedOn();
        deciders = List.copyOf(approved.deciders());
        needs.clear();
        needs.putAll(approved.needs().stream()
                .collect(toMap(
                        ApprovedNeed::programType,
                        need -> new Money(need.amount().toDecimal()),
                        Money::plus)));
        consent(approved.beneficiaryId(), approved.assistanceConsent(), sequence);
    }

    void consent(UUID beneficiary, boolean given, long sequence) {
        beneficiaryId = beneficiary;
        if (sequence > consentSequence) {
            consentSequence = sequence;
            assistanceConsent = given;
        }
    }

    void exit(UUID beneficiary, LocalDate on) {
        beneficiaryId = beneficiary;
        exitedOn = on;
    }

    /** The approved person; empty while the approval is under way. */
    Optional<ApprovedBeneficiary> approved() {
        return beneficiaryId == null || districtCode == null || decidedOn == null
                ? Optional.empty()
                : Optional.of(new ApprovedBeneficiary(
                        beneficiaryId,
                        districtCode,
                        decidedOn,
                        List.copyOf(deciders),
                        Map.copyOf(needs),
                        assistanceConsent,
                        exitedOn != null));
    }
}
