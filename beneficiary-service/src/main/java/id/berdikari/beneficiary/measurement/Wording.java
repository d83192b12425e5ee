package id.berdikari.beneficiary.measurement;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same said in Indonesian and in English. */
@Schema(name = "MeasurementWording")
record Wording(
        @NotBlank @Size(max = 1000) @Schema(examples = "Lantai tanah")
        String id,

        @NotBlank @Size(max = 1000) @Schema(examples = "A floor of earth")
        String en) {

    String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : id;
    }
}
