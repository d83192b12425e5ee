package id.berdikari.beneficiary.registry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is known of a household besides which it is. */
record HouseholdFacts(
        @Nullable Livelihood livelihood,
        List<Asset> assets,
        List<PovertyCause> causes,
        @Nullable Dtsen dtsen) {

    /** The welfare decile that the national data (DTSEN) gave, 1 the poorest, and the day of the data it was taken from. */
    @Schema(name = "Dtsen", description = "Imported, never computed here")
    record Dtsen(
            @NotNull @Min(1) @Max(10) @Schema(examples = "2")
            Integer decile,

            @NotNull @Schema(examples = "2025-12-31", description = "As of which day the data say so")
            LocalDate date) {}

    HouseholdFacts {
        assets = assets.stream().distinct().sorted().toList();
        causes = causes.stream().distinct().sorted().toList();
    }

    @Nullable
    Integer decile() {
        return dtsen == null ? null : dtsen.decile();
    }
}
