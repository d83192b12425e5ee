package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.beneficiary.ApprovedNeed;
import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Phone;
import id.berdikari.beneficiary.identity.Sex;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A case as one caller may see it. */
@Schema(
        name = "Nomination",
        description = "Who it is about is shown only to those who work on the case; nobody after it was erased")
record NominationView(
        @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
        UUID id,

        @Schema(examples = "SURVEYED") NominationStatus status,
        @Schema(examples = "STAFF") Source source,

        @Schema(examples = "lks-harapan", nullable = true, description = "The partner that nominated") @Nullable
        String organisation,

        @Schema(examples = "2026-01-05") LocalDate nominatedOn,
        @Schema(examples = "2026-01-05T03:12:45.123456Z") Instant recordedAt,
        @Schema(examples = "33.02.27.1001") String areaCode,

        @Schema(nullable = true) @Nullable CandidateView candidate,

        @Schema(examples = "Berjualan sapu lidi keliling", nullable = true) @Nullable
        String livelihood,

        @Schema(examples = "Sulit berjalan sejak jatuh", nullable = true) @Nullable
        String reason,

        @Schema(nullable = true) @Nullable NominatorView nominator,

        @Schema(examples = "[\"0198c6c4-0a1b-7c2d-8e3f-4a5b6c7d8e9f\"]", description = "Other cases with the same NIK")
        List<UUID> possibleDuplicates,

        @Schema(
                nullable = true,
                examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                description = "The candidate in the register")
        @Nullable
        UUID personId,

        @Schema(
                nullable = true,
                examples = "0198c6c4-3b1c-7d2e-9f30-4a5b6c7d8e90",
                description = "Where nobody is linked yet: who in the register has the same NIK")
        @Nullable
        UUID possiblePersonId,

        @Schema(nullable = true) @Nullable PreSurvey preSurvey,

        @Schema(nullable = true) @Nullable Survey survey,

        @Schema(
                nullable = true,
                examples = "0198c6c4-5b1c-7d2e-9f30-4a5b6c7d8e90",
                description = "The survey by an instrument on which the visit rests")
        @Nullable
        UUID evidence,

        @Schema(description = "Proposed decisions and what became of them, oldest first")
        List<DecisionView> decisions,

        @Schema(nullable = true, examples = "0198c6c5-7a3e-7cc1-a1b2-0a4f3c2d1e0f") @Nullable
        UUID beneficiaryId,

        @Schema(nullable = true, examples = "2026-05-01", description = "When the personal data were erased") @Nullable
        LocalDate erasedOn) {

    @Schema(name = "Candidate")
    record CandidateView(
            @Schema(examples = "Sutinah") String fullName,
            @Schema(examples = "1958-03-14") LocalDate birthDate,
            @Schema(examples = "FEMALE") Sex sex,

            @Schema(examples = "3302••••••••0001", nullable = true, description = "Masked") @Nullable
            String nik,

            @Schema(
                    examples = "[\"DISTRICT_NOT_CURRENT\"]",
                    description = "What of the NIK differs from the rest, and may yet be right")
            Set<NationalId.Warning> nikWarnings,

            @Schema(examples = "+6281234567890", nullable = true) @Nullable
            String phone,

            @Schema(examples = "33.02.27.1001") String areaCode,

            @Schema(examples = "Jalan Kenanga 5 RT 02/RW 03", nullable = true) @Nullable
            String address) {
        static CandidateView of(Candidate candidate, Set<NationalId.Warning> warnings) {
            var identity = candidate.identity();
            return new CandidateView(
                    identity.fullName(),
                    candidate.birthDate(),
                    candidate.sex(),
                    identity.nik() == null ? null : identity.nik().masked(),
                    warnings,
                    text(identity.phone()),
                    candidate.areaCode(),
                    identity.address());
        }
    }

    @Schema(name = "Nominator")
    record NominatorView(
            @Schema(examples = "Bambang") String fullName,

            @Schema(examples = "+6281298765432", nullable = true) @Nullable
            String phone) {
        static NominatorView of(Identity nominator) {
            return new NominatorView(nominator.fullName(), text(nominator.phone()));
        }
    }

    @Schema(name = "Decision")
    record DecisionView(
            @Schema(examples = "CONFIRMED") Decision.State status,
            @Schema(examples = "APPROVE") Proposal.Outcome outcome,
            @Schema(examples = "2026-01-20") LocalDate heldOn,

            @Schema(examples = "[\"decider-1\",\"decider-2\",\"decider-3\"]")
            List<String> deciders,

            Votes votes,
            List<ApprovedNeed> needs,

            @Schema(examples = "Ibu Melati", nullable = true) @Nullable
            String alias,

            @Schema(nullable = true, examples = "Berjualan sapu lidi keliling dan perlu alat bantu berjalan.") @Nullable
            String publicStory,

            @Schema(nullable = true, examples = "Memenuhi semua kriteria") @Nullable
            String reason,

            @Schema(examples = "decider-1") String proposedBy,

            @Schema(examples = "decider-2", nullable = true) @Nullable
            String confirmedBy) {
        static DecisionView of(Decision decision) {
            var proposal = decision.proposal();
            return new DecisionView(
                    decision.state(),
                    proposal.outcome(),
                    proposal.heldOn(),
                    proposal.deciders(),
                    new Votes(proposal.votesFor(), proposal.votesAgainst()),
                    proposal.needs(),
                    proposal.alias(),
                    proposal.publicStory(),
                    proposal.reason(),
                    decision.proposedBy(),
                    decision.confirmedBy());
        }
    }

    private static @Nullable String text(@Nullable Phone phone) {
        return phone == null ? null : phone.e164();
    }
}
