package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.instrument.Questionnaires;
import id.berdikari.beneficiary.measure.GivenNumber;
import id.berdikari.beneficiary.measure.Limits;
import id.berdikari.beneficiary.wording.Wording;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/dimension-sets")
@Tag(name = "poverty")
@RunOnVirtualThread
class DimensionSetResource {

    private static final String CODE = "^[a-z][a-z0-9-]{1,63}$";
    private static final String INDICATOR = "^[A-Z][A-Z0-9_]{0,39}$";
    private static final String EXPENDITURE =
            "The question that asks what the whole household spends in a month; its answer is held against the poverty line";

    @Schema(name = "DimensionSetInstrumentRequest")
    record InstrumentRequest(
            @NotBlank @Size(max = 64) @Schema(examples = "rumah-tangga-5x2")
            String code,

            @Min(1)
            @Schema(
                    nullable = true,
                    examples = "1",
                    description = "Its version; where missing, the newest published one at this moment")
            @Nullable
            Integer number) {
        DimensionDesk.Instrument instrument() {
            return new DimensionDesk.Instrument(code, number);
        }
    }

    @Schema(name = "DeprivationIndicatorRequest")
    record IndicatorRequest(
            @NotNull @Pattern(regexp = INDICATOR) @Schema(examples = "FLOOR")
            String code,

            @NotNull @Pattern(regexp = INDICATOR) @Schema(examples = "LIVING_STANDARDS")
            String dimension,

            @NotNull
            @Schema(description = "Above zero; may be a fraction; the weights of a set must add up to exactly 1")
            GivenNumber weight,

            @NotBlank
            @Size(max = 2000)
            @Schema(
                    examples = "lantai == 'tanah'",
                    description = "In CEL over the answers and surveyed_on; true of who is deprived. An answer that"
                            + " was not given is unknown.")
            String condition,

            @NotNull @Valid Wording title) {
        DeprivationIndicator indicator() {
            return new DeprivationIndicator(code, dimension, weight.text(), condition, title);
        }
    }

    @Schema(name = "RewriteDimensionSetRequest")
    record RewriteRequest(
            @NotNull @Valid InstrumentRequest instrument,
            @NotNull @Valid Wording title,
            @NotNull @Valid Wording explanation,

            @NotNull @Schema(description = "Poor is whose deprivations weigh as much or more; above 0 up to 1")
            GivenNumber cutoff,

            @Size(max = 64)
            @Schema(nullable = true, examples = "pengeluaran_sebulan", description = EXPENDITURE)
            @Nullable
            String expenditure,

            @NotEmpty @Size(max = Limits.INDICATORS) List<@NotNull @Valid IndicatorRequest> indicators) {
        DimensionContent content() {
            return new DimensionContent(
                    title,
                    explanation,
                    cutoff.text(),
                    expenditure,
                    indicators.stream().map(IndicatorRequest::indicator).toList());
        }
    }

    @Schema(name = "DraftDimensionSetRequest")
    record DraftRequest(
            @NotNull @Pattern(regexp = CODE) @Schema(examples = "global-mpi", description = "Shared by all versions")
            String code,

            @NotNull @Valid InstrumentRequest instrument,
            @NotNull @Valid Wording title,
            @NotNull @Valid Wording explanation,

            @NotNull @Schema(description = "Poor is whose deprivations weigh as much or more; above 0 up to 1")
            GivenNumber cutoff,

            @Size(max = 64)
            @Schema(nullable = true, examples = "pengeluaran_sebulan", description = EXPENDITURE)
            @Nullable
            String expenditure,

            @NotEmpty @Size(max = Limits.INDICATORS) List<@NotNull @Valid IndicatorRequest> indicators) {
        DimensionContent content() {
            return new RewriteRequest(instrument, title, explanation, cutoff, expenditure, indicators).content();
        }
    }

    @Schema(name = "DimensionSetInstrument")
    record InstrumentNameView(
            @Schema(examples = "0198c6c4-1f2a-7b3c-8d4e-5f6a7b8c9d0e")
            UUID id,

            @Schema(examples = "rumah-tangga-5x2") String code,
            @Schema(examples = "1") int number) {
        static InstrumentNameView of(Questionnaires.Named named) {
            return new InstrumentNameView(named.id(), named.code(), named.number());
        }
    }

    @Schema(name = "DeprivationIndicator")
    record IndicatorView(
            @Schema(examples = "FLOOR") String code,
            @Schema(examples = "LIVING_STANDARDS") String dimension,
            @Schema(examples = "1/18") String weight,
            @Schema(examples = "lantai == 'tanah'") String condition,
            Wording title) {
        static IndicatorView of(DeprivationIndicator indicator) {
            return new IndicatorView(
                    indicator.code(),
                    indicator.dimension(),
                    indicator.weight(),
                    indicator.condition(),
                    indicator.title());
        }
    }

    @Schema(name = "MeasuringProgress", description = "How far measuring is of what was surveyed before")
    record ProgressView(
            @Schema(examples = "1200") int measured,
            @Schema(examples = "5000") int expected,
            @Schema(examples = "decider-2") String startedBy,

            @Schema(examples = "2026-01-06T03:12:45.123456Z")
            Instant startedAt,

            @Schema(nullable = true, examples = "2026-01-06T03:14:45.123456Z", description = "Null while it goes on")
            @Nullable
            Instant endedAt) {
        static ProgressView of(MeasuringRun run) {
            return new ProgressView(run.measured(), run.expected(), run.startedBy(), run.startedAt(), run.endedAt());
        }
    }

    @Schema(name = "DimensionSet")
    record DimensionSetView(
            @Schema(examples = "0198c6c4-7f50-7162-8c73-8d9e0f102132")
            UUID id,

            @Schema(examples = "global-mpi") String code,

            @Schema(examples = "1", description = "Counts the versions of a code")
            int number,

            @Schema(examples = "PUBLISHED") DimensionSet.Status status,
            InstrumentNameView instrument,
            Wording title,
            Wording explanation,
            @Schema(examples = "1/3") String cutoff,

            @Schema(nullable = true, examples = "pengeluaran_sebulan", description = EXPENDITURE) @Nullable
            String expenditure,

            List<IndicatorView> indicators,

            @Schema(examples = "[\"verifier-1\"]", description = "Who wrote it; none of them publishes it")
            List<String> drafters,

            @Schema(nullable = true, examples = "decider-1") @Nullable
            String publishedBy,

            @Schema(nullable = true, examples = "2026-01-06") @Nullable
            LocalDate publishedOn,

            @Schema(nullable = true, examples = "2026-12-31") @Nullable
            LocalDate retiredOn,

            @Schema(nullable = true) @Nullable ProgressView measuring) {}

    @Schema(name = "DimensionSetSummary")
    record DimensionSetSummaryView(
            @Schema(examples = "0198c6c4-7f50-7162-8c73-8d9e0f102132")
            UUID id,

            @Schema(examples = "global-mpi") String code,
            @Schema(examples = "1") int number,
            @Schema(examples = "PUBLISHED") DimensionSet.Status status,
            Wording title) {
        static DimensionSetSummaryView of(DimensionSet set) {
            return new DimensionSetSummaryView(
                    set.id(),
                    set.code(),
                    set.number(),
                    set.status(),
                    set.content().title());
        }
    }

    private final DimensionDesk desk;
    private final DimensionSets sets;
    private final MeasuringRuns runs;
    private final Questionnaires questionnaires;
    private final Cursors cursors;

    DimensionSetResource(
            DimensionDesk desk,
            DimensionSets sets,
            MeasuringRuns runs,
            Questionnaires questionnaires,
            Cursors cursors) {
        this.desk = desk;
        this.sets = sets;
        this.runs = runs;
        this.questionnaires = questionnaires;
        this.cursors = cursors;
    }

    @POST
    @ResponseStatus(201)
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "draftDimensionSet",
            summary = "Draft a set of dimensions, or a new version of one",
            description = "Weights must add up to exactly 1. Conditions are type-checked against the questionnaire; the"
                    + " first slip is named with line and column.")
    @APIResponse(
            responseCode = "201",
            description = "Drafted; the header Location says where",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DimensionSetView.class)))
    public RestResponse<DimensionSetView> draft(@Valid @NotNull DraftRequest request) {
        var set = desk.draft(request.code(), request.instrument().instrument(), request.content());
        return RestResponse.ResponseBuilder.<DimensionSetView>created(URI.create("/api/v1/dimension-sets/" + set.id()))
                .entity(view(set))
                .build();
    }

    @GET
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "listDimensionSets",
            summary = "Sets of dimensions with all their versions, newest first",
            description = "Drafts, published and retired ones.")
    public Page<DimensionSetSummaryView> list(
            @Parameter(description = "All versions of one", example = "global-mpi")
                    @QueryParam("code")
                    @Nullable
                    @Pattern(regexp = CODE)
                    String code,
            @QueryParam("status") DimensionSet.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "dimension-sets", code, status);
        return keyset.page(sets.list(code, status, keyset), DimensionSet::id, DimensionSetSummaryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "getDimensionSet",
            summary = "One version of a set of dimensions",
            description = "With how far measuring by it has come.")
    public RestResponse<DimensionSetView> view(UUID id) {
        return answer(sets.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "rewriteDimensionSet",
            summary = "Rewrite a draft",
            description = "A published version does not change any more; draft the next one under its code.")
    public RestResponse<DimensionSetView> rewrite(
            UUID id, @HeaderParam("If-Match") @Nullable String ifMatch, @Valid @NotNull RewriteRequest request) {
        return answer(desk.rewrite(id, ifMatch, request.instrument().instrument(), request.content()));
    }

    @POST
    @Path("/{id}/publication")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "publishDimensionSet",
            summary = "Publish a draft",
            description =
                    "By somebody who did not write it. Households are measured by it with each survey from now on;"
                            + " surveys that are there already are measured in the background.")
    public RestResponse<DimensionSetView> publish(UUID id) {
        return answer(desk.publish(id));
    }

    @POST
    @Path("/{id}/retirement")
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "retireDimensionSet",
            summary = "Retire a version",
            description = "New surveys are not measured by it any more; what was measured stays.")
    public RestResponse<DimensionSetView> retire(UUID id) {
        return answer(desk.retire(id));
    }

    @POST
    @Path("/{id}/measuring")
    @ResponseStatus(202)
    @RolesAllowed(Roles.DECIDER)
    @Operation(
            operationId = "measureAnew",
            summary = "Measure all surveys by a set anew",
            description = "After poverty lines or members were written down late. What comes out the same stays.")
    @APIResponse(
            responseCode = "202",
            description = "Started; the set tells how far it is",
            content =
                    @Content(mediaType = "application/json", schema = @Schema(implementation = DimensionSetView.class)))
    public RestResponse<DimensionSetView> measure(UUID id) {
        return RestResponse.status(RestResponse.Status.ACCEPTED, view(desk.measureAnew(id)));
    }

    private RestResponse<DimensionSetView> answer(DimensionSet set) {
        return Versions.tagged(view(set), set.version());
    }

    private DimensionSetView view(DimensionSet set) {
        var content = set.content();
        return new DimensionSetView(
                set.id(),
                set.code(),
                set.number(),
                set.status(),
                InstrumentNameView.of(questionnaires.nameOf(set.instrumentId())),
                content.title(),
                content.explanation(),
                content.cutoff(),
                content.expenditure(),
                content.indicators().stream().map(IndicatorView::of).toList(),
                set.drafters(),
                set.publishedBy(),
                set.publishedOn(),
                set.retiredOn(),
                runs.latest(set.id()).map(ProgressView::of).orElse(null));
    }
}
