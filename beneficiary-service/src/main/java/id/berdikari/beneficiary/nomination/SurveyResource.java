package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.registry.FunctioningDomain;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/nominations/{id}/survey")
@Tag(name = "nominations")
@RunOnVirtualThread
class SurveyResource {

    record NeedRequest(
            @NotNull @Schema(examples = "MOBILITY_AID") ProgramType programType,

            @NotBlank @Size(max = 500) @Schema(examples = "Kruk sepasang")
            String description,

            @NotNull @PositiveMoney Money estimate) {
        Survey.Need need() {
            return new Survey.Need(programType, description, estimate);
        }
    }

    @Schema(description = "Degrees; bounded to Indonesia, so that swapped coordinates are noticed")
    record LocationRequest(
            @NotNull @Min(-12) @Max(7) @Schema(examples = "-7.4245")
            BigDecimal latitude,

            @NotNull @Min(94) @Max(142) @Schema(examples = "109.2302")
            BigDecimal longitude) {
        Survey.Location location() {
            return new Survey.Location(latitude, longitude);
        }
    }

    record ConsentAnswerRequest(
            @NotNull @Schema(examples = "ASSISTANCE") ConsentPurpose purpose,
            @NotNull @Schema(examples = "true") Boolean given,

            @NotBlank @Size(max = 200) @Schema(examples = "Ketua RT 02")
            String witness) {
        Survey.ConsentAnswer answer() {
            return new Survey.ConsentAnswer(purpose, given, witness);
        }
    }

    record SurveyRequest(
            @NotNull @Schema(examples = "2026-01-12") LocalDate visitedOn,

            @NotNull
            @Size(max = 20)
            @Schema(
                    examples = "[\"surveyor-1\",\"surveyor-2\"]",
                    description = "Token subjects; two or more, the caller among them")
            List<@NotNull @Pattern(regexp = "^\\S{1,100}$") String> surveyors,

            @NotNull @Schema(description = "Of a month") Money income,

            @NotNull @Min(0) @Max(30) @Schema(examples = "2")
            Integer dependants,

            @NotBlank @Size(max = 2000) @Schema(examples = "Rumah papan, lantai tanah, satu kamar")
            String housing,

            @NotNull
            @Schema(
                    examples = "{\"SEE\":1,\"HEAR\":1,\"WALK\":3,\"REM\":1,\"CARE\":2,\"COMM\":1}",
                    description =
                            "Washington Group Short Set, all six domains: 1 no difficulty, 2 some, 3 a lot, 4 cannot")
            Map<FunctioningDomain, @NotNull @Min(1) @Max(4) Integer> disability,

            @NotEmpty @Size(max = 20) List<@NotNull @Valid NeedRequest> needs,
            @Valid @Schema(nullable = true) @Nullable LocationRequest location,
            @NotNull @Size(max = 10) List<@NotNull @Valid ConsentAnswerRequest> consents,

            @Schema(
                    nullable = true,
                    examples = "0198c6c4-5b1c-7d2e-9f30-4a5b6c7d8e90",
                    description = "A survey by an instrument about this case or its person, on which the visit rests")
            @Nullable
            UUID evidence) {
        Survey survey(String recordedBy, Instant recordedAt) {
            return new Survey(
                    visitedOn,
                    surveyors,
                    income,
                    dependants,
                    housing,
                    disability,
                    needs.stream().map(NeedRequest::need).toList(),
                    location == null ? null : location.location(),
                    consents.stream().map(ConsentAnswerRequest::answer).toList(),
                    recordedBy,
                    recordedAt);
        }
    }

    private final Surveying surveying;
    private final NominationViews views;
    private final Clock clock;
    private final Caller caller;

    SurveyResource(Surveying surveying, NominationViews views, Clock clock, Caller caller) {
        this.surveying = surveying;
        this.views = views;
        this.clock = clock;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.SURVEYOR)
    @Operation(
            operationId = "survey",
            summary = "Record the home visit",
            description =
                    "What two or more surveyors found: needs, income, housing, disability, and consent per purpose.")
    public RestResponse<NominationView> survey(UUID id, @Valid @NotNull SurveyRequest request) {
        var recordedAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var nomination = surveying.survey(id, request.survey(caller.subject(), recordedAt), request.evidence());
        return Versions.tagged(views.of(nomination), nomination.version());
    }
}
