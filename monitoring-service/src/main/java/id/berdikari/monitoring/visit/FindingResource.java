package id.berdikari.monitoring.visit;

import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/findings")
@Tag(name = "visits", description = "Looking at help after it was given")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FindingResource {

    record ResolutionRequest(
            @NotNull @Schema(examples = "2026-03-25") LocalDate resolvedOn,

            @NotBlank @Size(max = 2000) @Schema(examples = "The workshop tightened the brake")
            String action) {}

    @Schema(name = "Finding")
    record FindingView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000005")
            UUID id,

            @Schema(examples = "OPEN") FindingStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000004")
            UUID visitId,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @Schema(examples = "The left brake is loose") String description,

            @Schema(examples = "Have it tightened at the workshop", nullable = true) @Nullable
            String correctiveAction,

            @Schema(examples = "2026-03-20") LocalDate raisedOn,

            @Schema(examples = "2026-03-25", nullable = true) @Nullable
            LocalDate resolvedOn,

            @Schema(examples = "The workshop tightened the brake", nullable = true) @Nullable
            String action) {
        static FindingView of(Finding finding) {
            return new FindingView(
                    finding.id(),
                    finding.status(),
                    finding.visitId(),
                    finding.beneficiaryId(),
                    finding.programId(),
                    finding.description(),
                    finding.correctiveAction(),
                    finding.raisedOn(),
                    finding.resolvedOn(),
                    finding.action());
        }
    }

    private final Visiting visiting;
    private final Findings findings;
    private final Cursors cursors;
    private final Caller caller;

    FindingResource(Visiting visiting, Findings findings, Cursors cursors, Caller caller) {
        this.visiting = visiting;
        this.findings = findings;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PROGRAM_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listFindings",
            summary = "List findings, newest first",
            description = "Only those in the caller's areas.")
    public Page<FindingView> list(
            @QueryParam("status") @Nullable FindingStatus status,
            @QueryParam("beneficiaryId") @Nullable UUID beneficiaryId,
            @QueryParam("programId") @Nullable UUID programId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "findings", status, beneficiaryId, programId);
        var found = findings.list(status, beneficiaryId, programId, caller.areas(), keyset);
        return keyset.page(found, Finding::id, FindingView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MONITOR, Roles.PROGRAM_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "getFinding",
            summary = "Read a finding",
            description = "What needs mending, and how it was mended.")
    public RestResponse<FindingView> view(UUID id) {
        var finding = findings.get(id);
        caller.reach(finding.districtCode());
        return tagged(finding);
    }

    @POST
    @Path("/{id}/resolution")
    @RolesAllowed(Roles.MONITOR)
    @Operation(
            operationId = "resolveFinding",
            summary = "Record how a finding was mended",
            description = "Once; what comes back later is a new finding of a new visit.")
    public RestResponse<FindingView> resolve(UUID id, @NotNull @Valid ResolutionRequest request) {
        return tagged(visiting.resolve(id, request.resolvedOn(), request.action()));
    }

    private static RestResponse<FindingView> tagged(Finding finding) {
        return Versions.tagged(FindingView.of(finding), finding.version());
    }
}
