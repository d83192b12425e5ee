package id.berdikari.beneficiary.survey;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whom or what a survey is about. */
@Schema(name = "SurveySubject")
record Subject(
        @NotNull @Schema(examples = "NOMINATION") SubjectType type,

        @NotNull @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
        UUID id) {}
