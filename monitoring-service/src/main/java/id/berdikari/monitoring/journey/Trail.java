package id.berdikari.monitoring.journey;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What leads from a fact to a person. A fact about a case finds its person once the case is approved; one about a general
 * campaign or a donation to it, once money of it is mobilised for the person. The ways are joined when a journey is read,
 * so the order in which the topics arrive does not matter.
 */
record Trail(
        @Nullable UUID caseId,
        @Nullable UUID beneficiaryId,
        @Nullable UUID campaignId,
        @Nullable UUID donationId) {

    static Trail ofCase(UUID caseId) {
        return new Trail(caseId, null, null, null);
    }

    static Trail ofBeneficiary(UUID beneficiaryId) {
        return new Trail(null, beneficiaryId, null, null);
    }

    static Trail ofCampaign(UUID campaignId, @Nullable UUID beneficiaryId) {
        return beneficiaryId == null ? new Trail(null, null, campaignId, null) : ofBeneficiary(beneficiaryId);
    }

    static Trail ofDonation(UUID donationId, @Nullable UUID beneficiaryId) {
        return beneficiaryId == null ? new Trail(null, null, null, donationId) : ofBeneficiary(beneficiaryId);
    }
}
