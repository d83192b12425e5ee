package id.berdikari.monitoring.visit;

import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import id.berdikari.monitoring.visit.FindingResource.FindingView;
import id.berdikari.monitoring.visit.FollowUpResource.FollowUpView;
import id.berdikari.monitoring.visit.Visiting.Observation;
import id.berdikari.monitoring.visit.Visiting.Shortcoming;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/visits")
@Tag(name = "visits", description = "Looking at help after it was given")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class VisitResource {

    @Schema(name = "FindingOfVisit")
    record FindingRequest(
            @NotBlank @Size(max = 2000) @Schema(examples = "The left brake is loose")
            String description,

            @Size(max = 2000)
            @Schema(examples = "Have it tightened at the workshop", description = "What would mend it", nullable = true)
            @Nullable
            String correctiveAction) {}

    record VisitRequest(
            @NotNull @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @NotNull @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @NotNull @Schema(examples = "2026-03-20") LocalDate visitedOn,

            @NotNull @Schema(examples = "true", description = "Whether the help fits the person")
            Boolean suits,

            @NotNull @Schema(examples = "true", description = "Whether it still works")
            Boolean lasts,

            @Size(max = 4000) @Schema(examples = "Uses it every day to reach the market", nullable = true) @Nullable
            String notes,

            @Size(max = 50) @Nullable List<@NotNull @Valid FindingRequest> findings) {
        Observation observation() {
            return new Observation(
                    beneficiaryId,
                    programId,
                    visitedOn,
                    suits,
                    lasts,
                    notes,
                    findings == null
                            ? List.of()
                            : findings.stream()
                                    .map(each -> new Shortcoming(each.description(), each.correctiveAction()))
                                    .toList());
        }
    }

    enum VisitStatus {
        RECORDED
    }

    @Schema(name = "Visit")
    record VisitView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000004")
            UUID id,

            @Schema(examples = "RECORDED") VisitStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @Schema(examples = "2026-03-20") LocalDate visitedOn,
            @Schema(examples = "true") boolean suits,
            @Schema(examples = "true") boolean lasts,

            @Schema(examples = "Uses it every day to reach the market", nullable = true) @Nullable
            String notes) {
        static VisitView of(Visit visit) {
            return new VisitView(
                    visit.id(),
                    VisitStatus.RECORDED,
                    visit.beneficiaryId(),
                    visit.programId(),
                    visit.visitedOn(),
                    visit.suits(),
                    visit.lasts(),
                    visit.notes());
        }
    }

    @Schema(name = "VisitInFull")
    record VisitInFullView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000004")
            UUID id,

            @Schema(examples = "RECORDED") VisitStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @Schema(examples = "2026-03-20") LocalDate visitedOn,
            @Schema(examples = "true") boolean suits,
            @Schema(examples = "true") boolean lasts,

            @Schema(examples = "Uses it every day to reach the market", nullable = true) @Nullable
            String notes,

            @Schema(description = "What this visit found") List<FindingView> findings,

            @Schema(description = "The programme's follow-ups as they stand")
            List<FollowUpView> followUps) {}

    private final Visiting visiting;
    private final Visits visits;
    private final Findings findings;
    private final FollowUps followUps;
    private final Cursors cursors;
    private final Caller caller;

    VisitResource(
            Visiting visiting, Visits visits, Findings findings, FollowUps followUps, Cursors cursors, Caller caller) {
        this.visiting = visiting;
        this.visits = visits;
        this.findings = findings;
        this.followUps = followUps;
        this.cursors = cursors;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = VisitInFullView.class, responseCode = "201", responseDescription = "Recorded")
    @RolesAllowed(Roles.MONITOR)
    @Operation(
            operationId = "recordVisit",
            summary = "Record a visit to a person who was helped",
            description =
                    "A programme's first visit schedules follow-ups 1, 3, 6 and 12 months after it; each later visit answers "
                            + "the earliest one that is due. 409 beneficiary-not-known-yet, program-not-known-yet or "
                            + "delivery-not-known-yet while that news is still on its way here.")
    public VisitInFullView visit(@NotNull @Valid VisitRequest request) {
        return inFull(visiting.visit(request.observation()));
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PROGRAM_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listVisits",
            summary = "List visits, newest first",
            description = "Only those in the caller's areas.")
    public Page<VisitView> list(
            @QueryParam("beneficiaryId") @Nullable UUID beneficiaryId,
            @QueryParam("programId") @Nullable UUID programId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "visits", beneficiaryId, programId);
        return keyset.page(visits.list(beneficiaryId, programId, caller.areas(), keyset), Visit::id, VisitView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MONITOR, Roles.PROGRAM_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "getVisit",
            summary = "Read a visit",
            description = "With what it found and the programme's follow-ups.")
    public RestResponse<VisitInFullView> view(UUID id) {
        var visit = visits.get(id);
        caller.reach(visit.districtCode());
        return Versions.tagged(inFull(visit), visit.version());
    }

    private VisitInFullView inFull(Visit visit) {
        return new VisitInFullView(
                visit.id(),
                VisitStatus.RECORDED,
                visit.beneficiaryId(),
                visit.programId(),
                visit.visitedOn(),
                visit.suits(),
                visit.lasts(),
                visit.notes(),
                findings.of(visit.id()).stream().map(FindingView::of).toList(),
                followUps.of(visit.programId()).stream().map(FollowUpView::of).toList());
    }
}
