package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.SmallCells;
import id.berdikari.beneficiary.targeting.TargetingErrors;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/screenings")
@Tag(name = "eligibility")
@RolesAllowed({Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR})
@RunOnVirtualThread
class ScreeningResource {

    static final String AREA = "^[0-9]{2}(\\.[0-9]{2}){0,2}(\\.[0-9]{4})?$";

    @Schema(name = "ScreeningAreaLevel")
    enum Level {
        PROVINCE,
        REGENCY,
        DISTRICT,
        VILLAGE
    }

    @Schema(name = "Screening")
    record ScreeningView(
            @Schema(examples = "0198c6c5-6e4f-7051-9b62-7c8d9e0f1021")
            UUID id,

            @Schema(examples = "0198c6c4-5d3e-7f40-8a51-6b7c8d9e0f10")
            UUID criteriaId,

            @Schema(
                    nullable = true,
                    examples = "0198c6c4-4c2d-7e3f-8940-5a6b7c8d9e0f",
                    description = "The published edition that a draft is compared with")
            @Nullable
            UUID comparedWith,

            @Schema(examples = "11.72") String areaCode,

            @Schema(examples = "2026-01-20", description = "The day as which ages and today count")
            LocalDate asOf,

            @Schema(examples = "DONE") Screening.Status status,

            @Schema(nullable = true, examples = "expression-too-costly", description = "Why it failed") @Nullable
            String problem,

            @Schema(examples = "8000", description = "Households judged so far")
            int judged,

            @Schema(examples = "12000", description = "Households when it started")
            int expected,

            @Schema(examples = "verifier-1") String startedBy,

            @Schema(examples = "2026-01-20T03:12:45.123456Z")
            Instant startedAt,

            @Schema(nullable = true, examples = "2026-01-20T03:13:05.123456Z") @Nullable
            Instant endedAt) {
        static ScreeningView of(Screening screening) {
            return new ScreeningView(
                    screening.id(),
                    screening.criteriaId(),
                    screening.comparedWith(),
                    screening.areaCode(),
                    screening.asOf(),
                    screening.status(),
                    screening.problem(),
                    screening.judged(),
                    screening.expected(),
                    screening.startedBy(),
                    screening.startedAt(),
                    screening.endedAt());
        }
    }

    @Schema(name = "ScreenedHousehold")
    record ResultView(
            @Schema(examples = "0198c6c4-2a0b-7c1d-8e2f-3a4b5c6d7e8f")
            UUID householdId,

            @Schema(examples = "11.72.01.2001") String areaCode,

            @Schema(nullable = true, examples = "2") @Nullable
            Integer decile,

            @Schema(examples = "MEETS") Outcome outcome,
            @Schema(examples = "50") int score,
            @Schema(examples = "70") int possibleScore,

            @Schema(examples = "TTU", description = "T, F or U (unknown) for each rule, in the order of the rules")
            String verdicts,

            @Schema(nullable = true, examples = "FAILS", description = "By the edition compared with") @Nullable
            Outcome earlierOutcome,

            @Schema(nullable = true, examples = "30") @Nullable
            Integer earlierScore) {
        static ResultView of(Screened screened) {
            return new ResultView(
                    screened.householdId(),
                    screened.areaCode(),
                    screened.decile(),
                    Outcome.valueOf(screened.outcome()),
                    screened.score(),
                    screened.possibleScore(),
                    screened.verdicts(),
                    screened.earlierOutcome() == null ? null : Outcome.valueOf(screened.earlierOutcome()),
                    screened.earlierScore());
        }
    }

    @Schema(name = "ScreeningTally")
    record TallyView(
            @Schema(nullable = true, examples = "11.72.01", description = "Null for the whole") @Nullable
            String areaCode,

            @Schema(examples = "120") int households,
            @Schema(examples = "30") int meets,
            @Schema(examples = "80") int fails,
            @Schema(examples = "10") int unknown,

            @Schema(examples = "4", description = "Meet the draft and not the published edition")
            int enters,

            @Schema(examples = "1", description = "Meet the published edition and not the draft")
            int leaves) {
        static TallyView of(ScreeningResults.Tally tally) {
            return new TallyView(
                    tally.areaCode(),
                    tally.households(),
                    tally.meets(),
                    tally.fails(),
                    tally.unknown(),
                    tally.enters(),
                    tally.leaves());
        }
    }

    @Schema(name = "ScreeningTallies")
    record TalliesView(TallyView whole, List<TallyView> areas) {}

    @Schema(name = "SimulateOnRegisterRequest")
    record SimulationRequest(
            @NotNull @Valid Selection selection,

            @NotNull
            @Min(1)
            @Max(10)
            @Schema(examples = "2", description = "Eligible is who is of this DTSEN decile or a poorer one")
            Integer referenceDecile,

            @Schema(nullable = true, examples = "VILLAGE", description = "Missing for the whole only")
            ScreeningResults.@Nullable Grouping by,

            @Pattern(regexp = AREA) @Schema(nullable = true, examples = "11.72.01") @Nullable
            String areaCode) {}

    @Schema(name = "RegisterTargetingErrors")
    record ErrorsView(
            @Schema(
                    nullable = true,
                    examples = "11.72.01.2001",
                    description =
                            "The area's code, or the value by which it is grouped; null for the whole and unknown")
            @Nullable
            String part,

            @Schema(examples = "false", description = "Hidden, since it has or would give away fewer than 5 households")
            boolean hidden,

            @Schema(nullable = true, examples = "120", description = "Households of a known decile") @Nullable
            Integer population,

            @Schema(nullable = true, description = "Of the eligible, the share not selected") @Nullable
            Figure exclusionError,

            @Schema(nullable = true, description = "Of the selected, the share not eligible") @Nullable
            Figure inclusionError,

            @Schema(nullable = true, description = "Of the population, the share selected") @Nullable
            Figure coverage,

            @Schema(nullable = true, description = "Of the eligible, the share selected") @Nullable
            Figure eligibleCoverage) {
        static ErrorsView of(ScreeningResults.Cell cell, boolean isHidden) {
            if (isHidden) {
                return new ErrorsView(cell.part(), true, null, null, null, null, null);
            }
            var errors = new TargetingErrors(cell.population(), cell.eligible(), cell.selected(), cell.reached());
            return new ErrorsView(
                    cell.part(),
                    false,
                    cell.population(),
                    ofEnough(cell.eligible(), errors.exclusionError()),
                    ofEnough(cell.selected(), errors.inclusionError()),
                    ofEnough(cell.population(), errors.coverage()),
                    ofEnough(cell.eligible(), errors.eligibleCoverage()));
        }

        private static @Nullable Figure ofEnough(int households, @Nullable Fraction share) {
            return households < SmallCells.SMALLEST ? null : Figure.ofDefined(share);
        }
    }

    @Schema(name = "RegisterSimulation")
    record SimulationView(
            ErrorsView whole,
            List<ErrorsView> parts,

            @Schema(
                    examples = "14",
                    description = "Households that are left out, since without a decile nobody can say whether they are"
                            + " eligible")
            int withoutDecile) {
        static SimulationView of(RegistrySimulation simulation, boolean isDivided, int withoutDecile) {
            var whole = simulation.whole();
            var parts = simulation.parts();
            return new SimulationView(
                    ErrorsView.of(whole, RegistrySimulation.isSmall(whole)),
                    isDivided
                            ? IntStream.range(0, parts.size())
                                    .mapToObj(place -> ErrorsView.of(
                                            parts.get(place),
                                            simulation.hidden().contains(place)))
                                    .toList()
                            : List.of(),
                    withoutDecile);
        }
    }

    private final Screenings screenings;
    private final ScreeningResults results;
    private final Cursors cursors;

    ScreeningResource(Screenings screenings, ScreeningResults results, Cursors cursors) {
        this.screenings = screenings;
        this.results = results;
        this.cursors = cursors;
    }

    @GET
    @Operation(
            operationId = "listScreenings",
            summary = "Screenings, newest first",
            description = "Of whatever area; what they found is shown for the caller's areas only.")
    public Page<ScreeningView> list(
            @QueryParam("criteriaId") @Nullable UUID criteriaId,
            @QueryParam("status") Screening.@Nullable Status status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "screenings", criteriaId, status);
        return keyset.page(screenings.list(criteriaId, status, keyset), Screening::id, ScreeningView::of);
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getScreening",
            summary = "How far a screening is",
            description = "A screening goes on after a restart where it stopped.")
    public RestResponse<ScreeningView> view(UUID id) {
        var screening = screenings.get(id);
        return Versions.tagged(ScreeningView.of(screening), screening.version());
    }

    @GET
    @Path("/{id}/results")
    @Operation(
            operationId = "listScreeningResults",
            summary = "What a screening found, the highest scores first",
            description = "Households of the caller's areas. Scores rank; people decide.")
    public Page<ResultView> results(
            UUID id,
            @Parameter(description = "Only in this area", example = "11.72.01")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = AREA)
                    String areaCode,
            @QueryParam("outcome") @Nullable Outcome outcome,
            @Parameter(description = "Who scores so much or more", example = "40")
                    @QueryParam("minimumScore")
                    @Nullable
                    @Min(0)
                    Integer minimumScore,
            @Parameter(description = "Who enters, leaves or stays by a draft, against the published edition")
                    @QueryParam("change")
                    ScreeningResults.@Nullable Change change,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var screening = screenings.get(id);
        var keyset = cursors.open(
                cursor, limit, "screening-results", screening.id(), areaCode, outcome, minimumScore, change);
        var filter = new ScreeningResults.Filter(areaCode, outcome, minimumScore, change);
        return keyset.page(results.list(id, filter, keyset), Screened::rank, ResultView::of);
    }

    @GET
    @Path("/{id}/tallies")
    @Operation(
            operationId = "tallyScreening",
            summary = "How many households fared how, by area",
            description = "With how many would enter and leave by a draft. Of the caller's areas.")
    public TalliesView tallies(
            UUID id,
            @QueryParam("level") @DefaultValue("DISTRICT") Level level,
            @Parameter(description = "Only in this area", example = "11.72")
                    @QueryParam("areaCode")
                    @Nullable
                    @Pattern(regexp = AREA)
                    String areaCode) {
        var screening = screenings.get(id);
        var whole = results.tallies(screening.id(), areaCode, ScreeningResults.Grouping.NONE);
        return new TalliesView(
                whole.isEmpty() ? new TallyView(null, 0, 0, 0, 0, 0, 0) : TallyView.of(whole.getFirst()),
                results.tallies(screening.id(), areaCode, ScreeningResults.Grouping.valueOf(level.name())).stream()
                        .map(TallyView::of)
                        .toList());
    }

    @POST
    @Path("/{id}/simulation")
    @Operation(
            operationId = "simulateOnRegister",
            summary = "Whom a choice among the screened would miss, and whom it would reach by mistake",
            description =
                    "The figures of simulateTargeting over the households of a finished screening, in the caller's"
                            + " areas. Stores nothing. Parts of fewer than 5 households are hidden, also where they could be"
                            + " found by subtraction, and so are shares of fewer than 5.")
    public SimulationView simulate(UUID id, @Valid @NotNull SimulationRequest request) {
        request.selection().requireAny("/selection");
        var screening = screenings.get(id);
        screening.requireDone();
        var by = request.by() == null ? ScreeningResults.Grouping.NONE : request.by();
        var cells = results.cells(id, request.areaCode(), request.selection(), request.referenceDecile(), by);
        return SimulationView.of(
                RegistrySimulation.of(cells),
                by != ScreeningResults.Grouping.NONE,
                results.withoutDecile(id, request.areaCode()));
    }
}
