package id.berdikari.beneficiary.instrument;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same words in Indonesian and English. */
@Schema(name = "BilingualLabel")
record Label(
        @NotBlank @Size(max = 500) @Schema(examples = "Bahan lantai terluas")
        String id,

        @NotBlank @Size(max = 500) @Schema(examples = "Main material of the floor")
        String en) {}
