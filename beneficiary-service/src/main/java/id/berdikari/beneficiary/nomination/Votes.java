package id.berdikari.beneficiary.nomination;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A count of hands in a meeting. */
record Votes(
        @JsonProperty("for") @NotNull @PositiveOrZero @Schema(name = "for", examples = "3")
        Integer inFavour,

        @NotNull @PositiveOrZero @Schema(examples = "0") Integer against) {}
