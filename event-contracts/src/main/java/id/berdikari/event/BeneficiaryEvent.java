package id.berdikari.event;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Facts about a case, told by the beneficiary service on {@code beneficiary-events}. Key and subject of all of them is
 * the case: the id of its nomination.
 */
public sealed interface BeneficiaryEvent extends Event {

    /**
     * The case.
     *
     * @return the id of the nomination that opened it
     */
    UUID caseId();

    @Override
    default String subject() {
        return caseId().toString();
    }

    /**
     * Somebody was nominated.
     *
     * @param caseId the new case
     * @param districtCode the kecamatan's code, such as {@code 33.02.27}
     * @param nominatedOn the local date of the nomination
     */
    record BeneficiaryNominated(UUID caseId, String districtCode, LocalDate nominatedOn) implements BeneficiaryEvent {}

    /**
     * The desk check let the case proceed to a home visit.
     *
     * @param caseId the case
     * @param preSurveyedOn the local date of the check
     */
    record BeneficiaryPreSurveyed(UUID caseId, LocalDate preSurveyedOn) implements BeneficiaryEvent {}

    /**
     * The person was visited at home.
     *
     * @param caseId the case
     * @param surveyedOn the local date of the visit
     */
    record BeneficiarySurveyed(UUID caseId, LocalDate surveyedOn) implements BeneficiaryEvent {}

    /**
     * A meeting approved the case and a second decider confirmed it.
     *
     * @param caseId the case
     * @param beneficiaryId the beneficiary that the case became
     * @param districtCode the kecamatan's code
     * @param ageBand the age on the decision's date, in bands of ten years such as {@code 60-69}
     * @param alias the approved public name; null where nothing may be published
     * @param publicStory the approved, redacted story; null where nothing may be published
     * @param needs what was approved, at most one entry a programme type
     * @param assistanceConsent whether consent to be helped stands
     * @param publicationConsent whether consent to publication stands
     * @param surveyors the token subjects who surveyed
     * @param deciders the token subjects who decided
     * @param decidedOn the local date of the meeting
     */
    record BeneficiaryApproved(
            UUID caseId,
            UUID beneficiaryId,
            String districtCode,
            String ageBand,
            @Nullable String alias,
            @Nullable String publicStory,
            List<ApprovedNeed> needs,
            boolean assistanceConsent,
            boolean publicationConsent,
            List<String> surveyors,
            List<String> deciders,
            LocalDate decidedOn)
            implements BeneficiaryEvent {}

    /**
     * An approved need.
     *
     * @param programType the kind of help
     * @param amount the most that may be spent on it
     */
    record ApprovedNeed(ProgramType programType, EventMoney amount) {}

    /**
     * A meeting put the case on the waiting list; a new decision may follow.
     *
     * @param caseId the case
     * @param decidedOn the local date of the meeting
     */
    record BeneficiaryWaitlisted(UUID caseId, LocalDate decidedOn) implements BeneficiaryEvent {}

    /**
     * The case was turned down. Why stays with the case.
     *
     * @param caseId the case
     * @param stage where it ended
     * @param decidedOn the local date of the refusal
     */
    record BeneficiaryRejected(UUID caseId, RejectionStage stage, LocalDate decidedOn) implements BeneficiaryEvent {}

    /** Where a case can be turned down. */
    enum RejectionStage {
        /** In the desk check. */
        PRE_SURVEY,
        /** In the meeting. */
        DECISION
    }

    /**
     * The beneficiary left; no new help begins.
     *
     * @param caseId the case
     * @param beneficiaryId the beneficiary
     * @param exitedOn the local date of leaving
     */
    record BeneficiaryExited(UUID caseId, UUID beneficiaryId, LocalDate exitedOn) implements BeneficiaryEvent {}

    /**
     * A consent was given after approval.
     *
     * @param caseId the case
     * @param beneficiaryId the beneficiary
     * @param purpose what was consented to
     */
    record ConsentGranted(UUID caseId, UUID beneficiaryId, ConsentPurpose purpose) implements BeneficiaryEvent {}

    /**
     * A consent was withdrawn after approval.
     *
     * @param caseId the case
     * @param beneficiaryId the beneficiary
     * @param purpose what is no longer consented to
     */
    record ConsentWithdrawn(UUID caseId, UUID beneficiaryId, ConsentPurpose purpose) implements BeneficiaryEvent {}
}
