package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.wording.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One condition with its reason. With points it ranks, without it is required. */
@Schema(name = "EligibilityRule")
record Rule(
        @NotNull
        @Pattern(regexp = "^[A-Z][A-Z0-9_]{0,39}$")
        @Schema(examples = "DISABILITY", description = "Tells rules of one set apart")
        String code,

        @NotBlank
        @Size(max = 2000)
        @Schema(examples = "household.hasDisabledMember", description = "CEL over the facts of the catalogue")
        String expression,

        @NotNull @Valid Wording explanation,

        @Min(1)
        @Max(1000)
        @Schema(
                nullable = true,
                examples = "20",
                description = "What a household scores where the rule holds; missing where the rule is required")
        @Nullable
        Integer points) {

    boolean isRequired() {
        return points == null;
    }
}
