package id.berdikari.beneficiary.instrument;

import id.berdikari.beneficiary.wording.Wording;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that an instrument asks, and how it scores the answers. */
@Schema(name = "InstrumentDefinition")
record Definition(
        @NotNull @Valid Wording title,

        @NotNull @Size(max = 100) @Schema(description = "Lists of choices by name")
        Map<@Pattern(regexp = "^[A-Za-z0-9_]{1,64}$") String, @NotEmpty @Size(max = 500) List<@NotNull @Valid Choice>>
                choiceLists,

        @NotEmpty @Size(max = 300) List<@NotNull @Valid Question> questions,
        @NotNull @Size(max = 10) List<@NotNull @Valid Scorecard> scorecards) {}
