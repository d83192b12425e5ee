package id.berdikari.beneficiary.instrument;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a scorecard says of one survey. */
@Schema(name = "SurveyScore")
public record Score(
        @Schema(examples = "papan") String scorecard,

        @Schema(examples = "27", nullable = true, description = "Null if a scored question has no answer") @Nullable
        Integer total,

        @Schema(examples = "SANGAT_RENTAN", nullable = true) @Nullable
        String level,

        @Schema(examples = "0.62", nullable = true) @Nullable
        BigDecimal likelihood) {}
