package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import id.berdikari.kit.time.LocalDates;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nominations/{id}/pre-survey")
@Tag(name = "nominations")
@RunOnVirtualThread
class PreSurveyResource {

    record AnswerRequest(
            @NotNull @Schema(examples = "WORKS_NOT_BEGS") PreSurvey.Criterion code,
            @NotNull @Schema(examples = "true") Boolean met,

            @Size(max = 1000) @Schema(nullable = true, examples = "Dikenal sebagai penjual sapu lidi") @Nullable
            String note) {
        PreSurvey.Answer answer() {
            return new PreSurvey.Answer(code, met, note);
        }
    }

    record PreSurveyRequest(
            @NotNull @Schema(examples = "PROCEED") PreSurvey.Outcome outcome,

            @Size(max = 10)
            @Schema(nullable = true, description = "To proceed, all four criteria must be answered and met")
            @Nullable
            List<@NotNull @Valid AnswerRequest> criteria,

            @NotBlank @Size(max = 2000) @Schema(examples = "Memenuhi semua kriteria, lanjut ke survei")
            String reason,

            @Schema(nullable = true, description = "The other case, where this one is its duplicate") @Nullable
            UUID duplicateOf) {
        PreSurvey preSurvey(String checkedBy, LocalDate checkedOn) {
            var answers = criteria == null
                    ? List.<PreSurvey.Answer>of()
                    : criteria.stream().map(AnswerRequest::answer).toList();
            return new PreSurvey(outcome, answers, reason, duplicateOf, checkedBy, checkedOn);
        }
    }

    private final PreSurveying preSurveying;
    private final NominationViews views;
    private final LocalDates dates;
    private final Caller caller;

    PreSurveyResource(PreSurveying preSurveying, NominationViews views, LocalDates dates, Caller caller) {
        this.preSurveying = preSurveying;
        this.views = views;
        this.dates = dates;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "preSurvey",
            summary = "Check a nomination at the desk",
            description = "Lets the case proceed to a home visit, or turns it down, always with a reason.")
    public RestResponse<NominationView> preSurvey(UUID id, @Valid @NotNull PreSurveyRequest request) {
        var nomination = preSurveying.preSurvey(id, request.preSurvey(caller.subject(), dates.today()));
        return Versions.tagged(views.of(nomination), nomination.version());
    }
}
