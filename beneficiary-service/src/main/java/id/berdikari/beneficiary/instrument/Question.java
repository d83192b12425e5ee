package id.berdikari.beneficiary.instrument;

import id.berdikari.beneficiary.wording.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One question; the order of the questions is that in which they are asked. */
record Question(
        @NotNull
        @Size(max = 64)
        @Schema(examples = "lantai", description = "Once an instrument; letters, digits and _; no word of CEL's own")
        String name,

        @Pattern(regexp = "^[A-Za-z_][A-Za-z0-9_]{0,63}(/[A-Za-z_][A-Za-z0-9_]{0,63}){0,4}$")
        @Schema(
                nullable = true,
                examples = "rumah",
                description = "The groups it stands in, in forms of KoBo or ODK: a path such as rumah/bahan")
        @Nullable
        String group,

        @NotNull @Schema(examples = "SELECT_ONE") QuestionType type,
        @NotNull @Valid Wording label,

        @Schema(nullable = true, examples = "lantai", description = "For selections: which list of choices") @Nullable
        String choices,

        @NotNull @Schema(examples = "true", description = "Whether it must be answered where it is relevant")
        Boolean required,

        @Size(max = 2000)
        @Schema(
                nullable = true,
                examples = "status_rumah == 'milik'",
                description =
                        "A condition in CEL on earlier questions, surveyed_on among them: asked only if it is true")
        @Nullable
        String relevant,

        @Size(max = 2000)
        @Schema(
                nullable = true,
                examples = "jumlah_anggota >= 1 && jumlah_anggota <= 30",
                description = "A condition in CEL on this and earlier questions that an answer must not break")
        @Nullable
        String constraint) {

    String path() {
        return group == null ? name : group + "/" + name;
    }
}
