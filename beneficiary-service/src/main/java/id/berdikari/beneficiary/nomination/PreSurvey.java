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
        Outcome outcome,
        List<Answer> criteria,
        @Nullable String reason,
        @Nullable UUID duplicateOf,
        String checkedBy,
        LocalDate checkedOn) {

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
    record Answer(Criterion code, boolean met, @Nullable String note) {}

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
