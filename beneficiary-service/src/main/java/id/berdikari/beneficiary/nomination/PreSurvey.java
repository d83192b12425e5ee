package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.problem.FieldProblem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The desk check against the community's own criteria. */
record PreSurvey(
        @Schema(examples = "PROCEED") Outcome outcome,
        List<Answer> criteria,

        @Schema(examples = "Memenuhi semua kriteria, lanjut ke survei", nullable = true) @Nullable
        String reason,

        @Schema(nullable = true, examples = "0198c6c4-0a1b-7c2d-8e3f-4a5b6c7d8e9f") @Nullable
        UUID duplicateOf,

        @Schema(examples = "verifier-1") String checkedBy,
        @Schema(examples = "2026-01-08") LocalDate checkedOn) {

    @Schema(name = "PreSurveyOutcome")
    enum Outcome {
        PROCEED,
        REJECT,
        DUPLICATE
    }

    enum Criterion {
        WORKS_NOT_BEGS,
        DISABLED_ELDERLY_OR_POOR,
        NOT_YET_HELPED,
        WANTS_HELP
    }

    @Schema(name = "CriterionAnswer")
    record Answer(
            @Schema(examples = "WORKS_NOT_BEGS") Criterion code,
            @Schema(examples = "true") boolean met,

            @Schema(examples = "Dikenal sebagai penjual sapu lidi", nullable = true) @Nullable
            String note) {}

    void check() {
        Listing.requireDistinct("/criteria", "/code", criteria, Answer::code);
        if (outcome == Outcome.PROCEED) {
            requireAllMet();
        }
        if (outcome == Outcome.DUPLICATE && duplicateOf == null) {
            throw FieldProblem.at("/duplicateOf", "required");
        }
        if (outcome != Outcome.DUPLICATE && duplicateOf != null) {
            throw FieldProblem.at("/duplicateOf", "only-for-duplicates");
        }
    }

    /** What remains when personal data are erased. */
    PreSurvey withoutText() {
        var codes = criteria.stream()
                .map(answer -> new Answer(answer.code(), answer.met(), null))
                .toList();
        return new PreSurvey(outcome, codes, null, duplicateOf, checkedBy, checkedOn);
    }

    private void requireAllMet() {
        var open = EnumSet.allOf(Criterion.class);
        for (var i = 0; i < criteria.size(); i++) {
            if (!criteria.get(i).met()) {
                throw FieldProblem.at("/criteria/" + i + "/met", "criterion-unmet");
            }
            open.remove(criteria.get(i).code());
        }
        if (!open.isEmpty()) {
            throw FieldProblem.at("/criteria", "criteria-unanswered", open);
        }
    }
}
