package id.berdikari.fundraising.beneficiary;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.ConsentPurpose;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What we heard of a beneficiary, however out of order. Each part remembers the sequence of the event that told it, so an
 * older event never overwrites a newer one, and a withdrawal that comes before the approval stands.
 */
@Entity
class KnownBeneficiary {

    @Id
    private UUID beneficiaryId;

    private UUID caseId;
    private long approvedSequence;
    private @Nullable String districtCode;
    private @Nullable String ageBand;
    private @Nullable String alias;
    private @Nullable String publicStory;
    private boolean assistanceConsent;
    private long assistanceSequence;
    private boolean publicationConsent;
    private long publicationSequence;
    private boolean exited;

    protected KnownBeneficiary() {}

    KnownBeneficiary(UUID beneficiaryId, UUID caseId) {
        this.beneficiaryId = beneficiaryId;
        this.caseId = caseId;
    }

    void approved(BeneficiaryApproved fact, long sequence) {
        if (sequence > approvedSequence) {
            approvedSequence = sequence;
            districtCode = fact.districtCode();
            ageBand = fact.ageBand();
            alias = fact.alias();
            publicStory = fact.publicStory();
        }
        consented(ConsentPurpose.ASSISTANCE, fact.assistanceConsent(), sequence);
        consented(ConsentPurpose.PUBLICATION, fact.publicationConsent(), sequence);
    }

    void consented(ConsentPurpose purpose, boolean given, long sequence) {
        switch (purpose) {
            case ASSISTANCE -> {
                if (sequence > assistanceSequence) {
                    assistanceSequence = sequence;
                    assistanceConsent = given;
                }
            }
            case PUBLICATION -> {
                if (sequence > publicationSequence) {
                    publicationSequence = sequence;
                    publicationConsent = given;
                }
            }
        }
    }

    void exited() {
        exited = true;
    }

    BeneficiaryFacts facts() {
        return new BeneficiaryFacts(
                beneficiaryId,
                approvedSequence > 0 && districtCode != null ? districtCode : null,
                ageBand,
                alias,
                publicStory,
                assistanceSequence > 0 && !assistanceConsent,
                publicationSequence > 0 && !publicationConsent,
                exited);
    }
}
