package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whom a choice takes: those who fulfil all that it names. */
@Schema(name = "SimulatedSelection")
record Selection(
        @Schema(nullable = true, examples = "MEETS", description = "Those of whom the criteria say this") @Nullable
        Outcome outcome,

        @Min(0) @Schema(nullable = true, examples = "40", description = "Those who score so much or more") @Nullable
        Integer minimumScore,

        @Min(1)
        @Max(10)
        @Schema(nullable = true, examples = "2", description = "Those of this DTSEN decile or a poorer one")
        @Nullable
        Integer maxDecile) {

    void requireAny(String pointer) {
        if (outcome == null && minimumScore == null && maxDecile == null) {
            throw FieldProblem.at(pointer, "selects-nothing");
        }
    }

    String condition(Map<String, Object> values) {
        var condition = new StringBuilder("true");
        if (outcome != null) {
            condition.append(" and outcome = :selectedOutcome");
            values.put("selectedOutcome", outcome.name());
        }
        if (minimumScore != null) {
            condition.append(" and score >= :selectedScore");
            values.put("selectedScore", minimumScore);
        }
        if (maxDecile != null) {
            condition.append(" and decile <= :selectedDecile");
            values.put("selectedDecile", maxDecile);
        }
        return condition.toString();
    }
}
