package id.berdikari.program.program;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.idempotency.IdempotentRequests;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/programs")
@Tag(name = "programs", description = "Help for one person, from plan to completion")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class ProgramResource {

    @Schema(name = "BudgetLine")
    record BudgetLineView(
            @NotBlank @Size(max = 500) @Schema(examples = "Wheelchair, adult size")
            String description,

            @NotNull @PositiveMoney Money amount) {
        BudgetLine line() {
            return new BudgetLine(description, amount);
        }

        static BudgetLineView of(BudgetLine line) {
            return new BudgetLineView(line.description(), line.amount());
        }
    }

    record PlanRequest(
            @NotNull @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @NotNull @Schema(examples = "MOBILITY_AID") ProgramType programType,

            @NotBlank @Size(max = 200) @Schema(examples = "A wheelchair for the way to the market")
            String title,

            @NotEmpty @Size(max = 50) List<@NotNull @Valid BudgetLineView> budget) {}

    record BudgetRequest(@NotEmpty @Size(max = 50) List<@NotNull @Valid BudgetLineView> budget) {}

    record FundingRequest() {}

    record CompletionRequest() {}

    record CancellationRequest(
            @NotBlank @Size(max = 1000) @Schema(examples = "A neighbour gave a wheelchair")
            String reason) {}

    @Schema(name = "Program")
    record ProgramView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID id,

            @Schema(examples = "PROPOSED") ProgramStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @Schema(examples = "MOBILITY_AID") ProgramType programType,
            @Schema(examples = "33.02.27") String districtCode,

            @Schema(examples = "A wheelchair for the way to the market")
            String title,

            List<BudgetLineView> budget,
            @Schema(description = "The sum of the budget") Money budgetTotal,

            @Schema(description = "What fundraising reserved for it")
            Money mobilised,

            @Schema(description = "The cost of its deliveries")
            Money spent,

            @Schema(description = "What was free for others again afterwards")
            Money returned,

            @Schema(examples = "2026-02-03") LocalDate proposedOn,

            @Schema(examples = "2026-02-03", nullable = true) @Nullable
            LocalDate requestedOn,

            @Schema(examples = "2026-02-03", nullable = true) @Nullable
            LocalDate fundedOn,

            @Schema(examples = "2026-02-03", nullable = true) @Nullable
            LocalDate declinedOn,

            @Schema(examples = "2026-02-20", nullable = true) @Nullable
            LocalDate completedOn,

            @Schema(examples = "2026-02-20", nullable = true) @Nullable
            LocalDate cancelledOn,

            @Schema(examples = "A neighbour gave a wheelchair", nullable = true) @Nullable
            String cancellationReason) {
        static ProgramView of(Program program) {
            return new ProgramView(
                    program.id(),
                    program.status(),
                    program.beneficiaryId(),
                    program.programType(),
                    program.districtCode(),
                    program.title(),
                    program.lines().stream().map(BudgetLineView::of).toList(),
                    program.budget(),
                    program.mobilised(),
                    program.spent(),
                    program.returned(),
                    program.proposedOn(),
                    program.requestedOn(),
                    program.fundedOn(),
                    program.declinedOn(),
                    program.completedOn(),
                    program.cancelledOn(),
                    program.cancellationReason());
        }
    }

    /** Kept for repeats of the request, so without the programme's free text. */
    @Schema(name = "FundingRequestAnswer")
    record FundingView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID id,

            @Schema(examples = "FUNDING_REQUESTED") ProgramStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            Money amount,

            @Schema(examples = "2026-02-03", nullable = true) @Nullable
            LocalDate requestedOn) {
        static FundingView of(Program program) {
            return new FundingView(
                    program.id(), program.status(), program.beneficiaryId(), program.budget(), program.requestedOn());
        }
    }

    private final Planning planning;
    private final Programs programs;
    private final IdempotentRequests idempotent;
    private final Cursors cursors;
    private final Caller caller;

    ProgramResource(
            Planning planning, Programs programs, IdempotentRequests idempotent, Cursors cursors, Caller caller) {
        this.planning = planning;
        this.programs = programs;
        this.idempotent = idempotent;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = ProgramView.class, responseCode = "201", responseDescription = "Planned")
    @RolesAllowed(Roles.PROGRAM_OFFICER)
    @Operation(
            operationId = "planProgram",
            summary = "Plan help for a beneficiary",
            description =
                    "The kind of help must be an approved need; all programmes of a kind together stay within its amount. "
                            + "409 beneficiary-not-known-yet while the approval is still on its way here.")
    public ProgramView plan(@NotNull @Valid PlanRequest request) {
        return ProgramView.of(planning.plan(
                request.beneficiaryId(), request.programType(), request.title(), lines(request.budget())));
    }

    @GET
    @RolesAllowed({Roles.PROGRAM_OFFICER, Roles.VERIFIER, Roles.TREASURER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "listPrograms",
            summary = "List programmes, newest first",
            description = "Only those in the caller's areas.")
    public Page<ProgramView> list(
            @QueryParam("status") @Nullable ProgramStatus status,
            @QueryParam("beneficiaryId") @Nullable UUID beneficiaryId,
            @QueryParam("programType") @Nullable ProgramType programType,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "programs", status, beneficiaryId, programType);
        var found = programs.list(status, beneficiaryId, programType, caller.areas(), keyset);
        return keyset.page(found, Program::id, ProgramView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROGRAM_OFFICER, Roles.VERIFIER, Roles.TREASURER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "getProgram",
            summary = "Read a programme",
            description = "The ETag is what a change of the budget needs as If-Match.")
    public RestResponse<ProgramView> view(UUID id) {
        var program = programs.get(id);
        caller.reach(program.districtCode());
        return tagged(program);
    }

    @PUT
    @Path("/{id}/budget")
    @RolesAllowed(Roles.PROGRAM_OFFICER)
    @Operation(
            operationId = "changeProgramBudget",
            summary = "Replace the budget of a proposed programme",
            description = "Possible until the money is asked for.")
    public RestResponse<ProgramView> changeBudget(
            UUID id,
            @HeaderParam("If-Match") @Parameter(description = "The ETag as it was read", required = true) @Nullable
                    String ifMatch,
            @NotNull @Valid BudgetRequest request) {
        return tagged(planning.changeBudget(id, ifMatch, lines(request.budget())));
    }

    @POST
    @Path("/{id}/funding-request")
    @RolesAllowed(Roles.PROGRAM_OFFICER)
    @Operation(
            operationId = "requestProgramFunding",
            summary = "Ask for the budget's money",
            description = "The programme is FUNDED once the whole amount is reserved, or DECLINED if the person left.")
    public FundingView requestFunding(
            UUID id,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "A new UUID for each request", required = true)
                    @Nullable
                    String key,
            @NotNull @Valid FundingRequest request) {
        return idempotent.once(key, Map.of(), FundingView.class, () -> FundingView.of(planning.requestFunding(id)));
    }

    @POST
    @Path("/{id}/completion")
    @RolesAllowed(Roles.PROGRAM_OFFICER)
    @Operation(
            operationId = "completeProgram",
            summary = "Close a programme whose deliveries are all acknowledged",
            description = "Money that it did not spend is free for others again.")
    public RestResponse<ProgramView> complete(UUID id, @NotNull @Valid CompletionRequest request) {
        return tagged(planning.complete(id));
    }

    @POST
    @Path("/{id}/cancellation")
    @RolesAllowed(Roles.PROGRAM_OFFICER)
    @Operation(
            operationId = "cancelProgram",
            summary = "Give up a programme that delivered nothing",
            description = "Money asked for or reserved is free for others again.")
    public RestResponse<ProgramView> cancel(UUID id, @NotNull @Valid CancellationRequest request) {
        return tagged(planning.cancel(id, request.reason()));
    }

    private static RestResponse<ProgramView> tagged(Program program) {
        return Versions.tagged(ProgramView.of(program), program.version());
    }

    private static List<BudgetLine> lines(List<BudgetLineView> budget) {
        return budget.stream().map(BudgetLineView::line).toList();
    }
}
