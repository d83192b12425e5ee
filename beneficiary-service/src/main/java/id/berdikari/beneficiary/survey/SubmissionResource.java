package id.berdikari.beneficiary.survey;

import com.fasterxml.jackson.databind.JsonNode;
import id.berdikari.beneficiary.instrument.Score;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/surveys")
@Tag(name = "surveys")
@RunOnVirtualThread
class SubmissionResource {

    private static final String ANSWERS = "{\"jumlah_anggota\":4,\"lantai\":\"tanah\",\"aset\":[\"sepeda\",\"hp\"]}";

    record RecordSurveyRequest(
            @NotNull @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID instrumentId,

            @NotNull @Valid Subject subject,
            @NotNull @Schema(examples = "2026-01-12") LocalDate surveyedOn,

            @Schema(
                    nullable = true,
                    examples = "6f1c1f0e-7a55-4c0e-9a39-4d5b0f0e6a11",
                    description = "Made by the device for this survey; the same survey sent again is recognised by it")
            @Nullable
            UUID deviceKey,

            @NotNull
            @Size(max = 300)
            @Schema(
                    type = SchemaType.OBJECT,
                    examples = ANSWERS,
                    description =
                            "By question: whole numbers, decimals as number or text, dates, text, the name of a choice, a"
                                    + " list of them, or true and false")
            Map<String, @Nullable JsonNode> answers) {}

    record CorrectSurveyRequest(
            @NotNull @Schema(examples = "2026-01-12") LocalDate surveyedOn,

            @NotNull @Size(max = 300) @Schema(type = SchemaType.OBJECT, examples = ANSWERS)
            Map<String, @Nullable JsonNode> answers) {}

    @Schema(name = "InstrumentSurvey")
    record SurveyView(
            @Schema(examples = "0198c6c4-5b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID id,

            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID instrumentId,

            Subject subject,
            @Schema(examples = "33.02.27.1001") String areaCode,
            @Schema(examples = "2026-01-12") LocalDate surveyedOn,

            @Schema(examples = "surveyor-1", description = "Who asked, as the source names them")
            String surveyor,

            @Schema(examples = "KOBO") Provenance.Source source,

            @Schema(examples = "c8c57c95-03cd-4c7b-9fb0-4840e1d57c3c", nullable = true) @Nullable
            String sourceKey,

            @Schema(
                    type = SchemaType.OBJECT,
                    examples = ANSWERS,
                    description = "Without free text for auditors. Decimals are text")
            Map<String, Object> answers,

            List<Score> scores,
            @Schema(examples = "surveyor-1") String recordedBy,

            @Schema(examples = "2026-01-12T08:30:00.000000Z")
            Instant recordedAt) {}

    @Schema(name = "InstrumentSurveySummary")
    record SubmissionSummaryView(
            @Schema(examples = "0198c6c4-5b1c-7d2e-9f30-4a5b6c7d8e90")
            UUID id,

            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID instrumentId,

            Subject subject,
            @Schema(examples = "33.02.27.1001") String areaCode,
            @Schema(examples = "2026-01-12") LocalDate surveyedOn,
            List<Score> scores) {
        static SubmissionSummaryView of(Submission submission) {
            return new SubmissionSummaryView(
                    submission.id(),
                    submission.instrumentId(),
                    submission.subject(),
                    submission.areaCode(),
                    submission.surveyedOn(),
                    submission.scores());
        }
    }

    private final SurveyIntake intake;
    private final Submissions submissions;
    private final TextVault vault;
    private final Cursors cursors;
    private final Caller caller;

    SubmissionResource(SurveyIntake intake, Submissions submissions, TextVault vault, Cursors cursors, Caller caller) {
        this.intake = intake;
        this.submissions = submissions;
        this.vault = vault;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.SURVEYOR)
    @Operation(
            operationId = "recordSurvey",
            summary = "Record the answers to an instrument",
            description =
                    "Judged by the version that was used: each answer that does not fit is named with its rule. The same"
                            + " survey again under the same deviceKey answers 200 and changes nothing.")
    @APIResponse(
            responseCode = "201",
            description = "Recorded; the header Location says where",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SurveyView.class)))
    @APIResponse(
            responseCode = "200",
            description = "Recorded before",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = SurveyView.class)))
    public RestResponse<SurveyView> record(@Valid @NotNull RecordSurveyRequest request) {
        var key = request.deviceKey() == null ? null : request.deviceKey().toString();
        var provenance = new Provenance(Provenance.Source.API, key, key, null, null);
        var taken = intake.record(
                request.instrumentId(),
                new SurveyIntake.Filled(
                        request.subject(),
                        request.surveyedOn(),
                        caller.subject(),
                        provenance,
                        null,
                        request.answers()));
        var submission = taken.submission();
        if (taken.outcome() == SurveyIntake.Outcome.UNCHANGED) {
            return answer(submission);
        }
        return RestResponse.ResponseBuilder.<SurveyView>created(URI.create("/api/v1/surveys/" + submission.id()))
                .entity(view(submission))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(
            operationId = "listSurveys",
            summary = "Surveys, newest first",
            description = "Those in the caller's areas, with their scores and without answers.")
    public Page<SubmissionSummaryView> list(
            @QueryParam("instrumentId") @Nullable UUID instrumentId,
            @QueryParam("subjectType") @Nullable SubjectType subjectType,
            @QueryParam("subjectId") @Nullable UUID subjectId,
            @Parameter(description = "Only in this area", example = "33.02")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$")
                    String areaCode,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var filter = new Submissions.Filter(instrumentId, subjectType, subjectId, areaCode);
        var keyset = cursors.open(cursor, limit, "surveys", filter);
        return keyset.page(submissions.list(filter, keyset), Submission::id, SubmissionSummaryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
    @Operation(operationId = "getSurvey", summary = "One survey with its answers and scores")
    public RestResponse<SurveyView> view(UUID id) {
        return answer(submissions.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER})
    @Operation(
            operationId = "correctSurvey",
            summary = "Correct the answers of a survey",
            description = "All answers anew, judged by the same version. What stood there before is kept.")
    public RestResponse<SurveyView> correct(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull CorrectSurveyRequest request) {
        return answer(intake.correct(id, ifMatch, request.surveyedOn(), request.answers()));
    }

    private RestResponse<SurveyView> answer(Submission submission) {
        return Versions.tagged(view(submission), submission.version());
    }

    private SurveyView view(Submission submission) {
        var answers = new TreeMap<>(submission.answers());
        if (Stream.of(Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER).anyMatch(caller::hasRole)) {
            answers.putAll(submission.texts(vault));
        }
        return new SurveyView(
                submission.id(),
                submission.instrumentId(),
                submission.subject(),
                submission.areaCode(),
                submission.surveyedOn(),
                submission.surveyor(),
                submission.provenance().source(),
                submission.provenance().key(),
                answers,
                submission.scores(),
                submission.recordedBy(),
                submission.recordedAt());
    }
}
