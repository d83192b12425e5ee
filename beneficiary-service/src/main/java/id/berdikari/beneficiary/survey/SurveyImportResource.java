package id.berdikari.beneficiary.survey;

import id.berdikari.kit.problem.FieldError;
import id.berdikari.kit.problem.FieldErrors;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/surveys/imports")
@Tag(name = "surveys")
@RunOnVirtualThread
class SurveyImportResource {

    @Schema(name = "SurveyImportOutcome")
    enum RowOutcome {
        IMPORTED,
        CHANGED,
        UNCHANGED,
        SUPERSEDED,
        REFUSED
    }

    @Schema(name = "SurveyImportRow")
    record RowView(
            @Schema(examples = "1", description = "From 1, in the order of the file")
            int row,

            @Schema(examples = "c8c57c95-03cd-4c7b-9fb0-4840e1d57c3c", nullable = true) @Nullable
            String key,

            @Schema(
                    examples = "IMPORTED",
                    description =
                            "CHANGED: a later edit replaced what we had. UNCHANGED: we had it. SUPERSEDED: we had a later edit")
            RowOutcome outcome,

            @Schema(examples = "0198c6c4-5b1c-7d2e-9f30-4a5b6c7d8e90", nullable = true) @Nullable
            UUID surveyId,

            List<FieldError> errors) {}

    @Schema(name = "SurveyImportReport")
    record ReportView(
            @Schema(examples = "false", description = "Then nothing was kept, and new ids will not be those told")
            boolean dryRun,

            @Schema(examples = "1") long imported,
            @Schema(examples = "0") long changed,
            @Schema(examples = "0") long unchanged,
            @Schema(examples = "0") long superseded,
            @Schema(examples = "0") long refused,
            List<RowView> rows) {}

    private final SurveyImport surveyImport;
    private final FieldErrors errors;

    SurveyImportResource(SurveyImport surveyImport, FieldErrors errors) {
        this.surveyImport = surveyImport;
        this.errors = errors;
    }

    @POST
    @Consumes({"application/json", "text/csv"})
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "importSurveys",
            summary = "Import surveys from KoBo or ODK Central",
            description =
                    "The body is the file as it comes from there, in UTF-8, up to 5,000 rows. Rows are known by KoBo's _uuid or"
                            + " ODK's __id, so the same file twice changes nothing. A row that does not fit is refused and"
                            + " told; the others are kept, all at once.")
    public ReportView importSurveys(
            @Parameter(description = "The version that was used") @QueryParam("instrumentId") @NotNull
                    UUID instrumentId,
            @QueryParam("format") @NotNull SurveyFile.Format format,
            @QueryParam("subjectType") @NotNull SubjectType subjectType,
            @Parameter(description = "Where the form holds the subject's id", example = "lokasi/id_kasus")
                    @QueryParam("subjectField")
                    @NotNull
                    @Size(min = 1, max = 400)
                    String subjectField,
            @Parameter(description = "A field of the form that the instrument does not have", example = "lokasi/titik")
                    @QueryParam("ignore")
                    @Size(max = 100)
                    List<@Pattern(regexp = "^.{1,400}$") String> ignored,
            @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
            @RequestBody(
                            content = {
                                @Content(
                                        mediaType = "application/json",
                                        schema = @Schema(type = SchemaType.OBJECT),
                                        example =
                                                "{\"results\":[{\"_id\":28534,\"_uuid\":\"c8c57c95-03cd-4c7b-9fb0-4840e1d57c3c\",\"_submission_time\":\"2026-01-31T02:26:10\",\"rumah/lantai\":\"tanah\"}]}"),
                                @Content(
                                        mediaType = "text/csv",
                                        schema =
                                                @Schema(
                                                        type = SchemaType.STRING,
                                                        examples =
                                                                "KEY,SubmissionDate,household_id\nuuid:1,2026-01-20T02:11:12.123Z,0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f"))
                            })
                    @NotNull
                    byte[] file) {
        var order =
                new SurveyImport.Order(instrumentId, format, subjectType, subjectField, Set.copyOf(ignored), dryRun);
        var taken = surveyImport.take(order, file);
        var rows = new ArrayList<RowView>();
        for (var row : taken) {
            rows.add(new RowView(
                    rows.size() + 1,
                    row.key(),
                    outcome(row),
                    row.surveyId(),
                    row.problems().stream().map(errors::explain).toList()));
        }
        return new ReportView(
                dryRun,
                count(rows, RowOutcome.IMPORTED),
                count(rows, RowOutcome.CHANGED),
                count(rows, RowOutcome.UNCHANGED),
                count(rows, RowOutcome.SUPERSEDED),
                count(rows, RowOutcome.REFUSED),
                rows);
    }

    private static RowOutcome outcome(SurveyImport.Row row) {
        return switch (row.outcome()) {
            case null -> RowOutcome.REFUSED;
            case IMPORTED -> RowOutcome.IMPORTED;
            case CHANGED -> RowOutcome.CHANGED;
            case UNCHANGED -> RowOutcome.UNCHANGED;
            case SUPERSEDED -> RowOutcome.SUPERSEDED;
        };
    }

    private static long count(List<RowView> rows, RowOutcome outcome) {
        return rows.stream().filter(row -> row.outcome() == outcome).count();
    }
}
