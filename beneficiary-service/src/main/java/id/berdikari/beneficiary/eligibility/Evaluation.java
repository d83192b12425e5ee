package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.expression.Verdict;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What criteria say of one household, with a reason for each rule in the reader's language. */
@Schema(name = "EligibilityEvaluation", description = "Advice: scores rank, people decide")
public record Evaluation(
        @Schema(examples = "0198c6c4-5d3e-7f40-8a51-6b7c8d9e0f10")
        UUID criteriaId,

        @Schema(examples = "WALKING_AID") String code,
        @Schema(examples = "1") int edition,
        @Schema(examples = "Alat bantu jalan") String title,

        @Schema(
                nullable = true,
                examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f",
                description = "Null for a person of whom no household is known")
        @Nullable
        UUID householdId,

        @Schema(examples = "2026-01-20") LocalDate asOf,
        @Schema(examples = "MEETS") Outcome outcome,

        @Schema(examples = "50", description = "The points of the rules that hold")
        int score,

        @Schema(examples = "70", description = "The score if all that is unknown turned out to hold")
        int possibleScore,

        List<Reason> reasons) {

    @Schema(name = "EligibilityReason")
    public record Reason(
            @Schema(examples = "DISABILITY") String rule,
            @Schema(examples = "TRUE") Verdict verdict,

            @Schema(nullable = true, examples = "20", description = "Null where the rule is required") @Nullable
            Integer points,

            @Schema(examples = "Ada anggota penyandang disabilitas")
            String explanation,

            @Schema(
                    examples = "[\"household.hasDisabledMember\"]",
                    description = "Facts that the rule reads and that nobody has written down")
            Set<String> unknownFacts) {}
}
