package id.berdikari.beneficiary.wording;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The same said in Indonesian and in English. */
@Schema(name = "Wording")
public record Wording(
        @NotBlank @Size(max = 500) @Schema(examples = "Ada anggota penyandang disabilitas")
        String id,

        @NotBlank @Size(max = 500) @Schema(examples = "A member has a disability")
        String en) {

    /** In the one of the two that somebody understands best. */
    public String in(Locale language) {
        return language.getLanguage().equals(Locale.ENGLISH.getLanguage()) ? en : id;
    }
}
