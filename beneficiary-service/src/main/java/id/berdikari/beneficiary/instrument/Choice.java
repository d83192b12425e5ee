package id.berdikari.beneficiary.instrument;

import id.berdikari.beneficiary.wording.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** One possible answer to a question that offers a selection. */
record Choice(
        @NotNull @Pattern(regexp = "^[A-Za-z0-9_.-]{1,64}$") @Schema(examples = "tanah")
        String name,

        @NotNull @Valid Wording label) {}
