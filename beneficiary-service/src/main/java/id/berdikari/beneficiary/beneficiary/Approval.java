package id.berdikari.beneficiary.beneficiary;

import id.berdikari.event.ConsentPurpose;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a confirmed decision says about somebody who is to be helped. */
public record Approval(
        UUID caseId,
        String areaCode,
        int age,
        @Nullable String alias,
        @Nullable String publicStory,
        List<ApprovedNeed> needs,
        List<SurveyedConsent> consents,
        List<String> surveyors,
        List<String> deciders,
        LocalDate decidedOn) {

    /** A consent asked for during the home visit. */
    public record SurveyedConsent(
            ConsentPurpose purpose, boolean given, String witness, String recordedBy, Instant recordedAt) {}

    boolean consents(ConsentPurpose purpose) {
        return consents.stream().anyMatch(consent -> consent.purpose() == purpose && consent.given());
    }
}
