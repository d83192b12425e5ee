package id.berdikari.monitoring.visit;

import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
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

@Path("/api/v1/follow-ups")
@Tag(name = "visits", description = "Looking at help after it was given")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class FollowUpResource {

    @Schema(name = "FollowUp")
    record FollowUpView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000006")
            UUID id,

            @Schema(examples = "SCHEDULED") FollowUpStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @Schema(examples = "3", description = "Months after the programme's first visit")
            int months,

            @Schema(examples = "2026-06-20") LocalDate dueOn,

            @Schema(
                    examples = "01981f6e-7c00-7000-8000-000000000007",
                    description = "The visit that answered it",
                    nullable = true)
            @Nullable
            UUID visitId) {
        static FollowUpView of(FollowUp followUp) {
            return new FollowUpView(
                    followUp.id(),
                    followUp.status(),
                    followUp.beneficiaryId(),
                    followUp.programId(),
                    followUp.months(),
                    followUp.dueOn(),
                    followUp.visitId());
        }
    }

    private final FollowUps followUps;
    private final Cursors cursors;
    private final Caller caller;

    FollowUpResource(FollowUps followUps, Cursors cursors, Caller caller) {
        this.followUps = followUps;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.MONITOR, Roles.PROGRAM_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "listFollowUps",
            summary = "List follow-ups, the earliest due first",
            description = "Only those in the caller's areas. dueBefore leaves out those due on that day or later.")
    public Page<FollowUpView> list(
            @QueryParam("status") @Nullable FollowUpStatus status,
            @QueryParam("beneficiaryId") @Nullable UUID beneficiaryId,
            @QueryParam("dueBefore") @Nullable LocalDate dueBefore,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "follow-ups", status, beneficiaryId, dueBefore);
        var found = followUps.list(status, beneficiaryId, dueBefore, caller.areas(), keyset);
        return keyset.page(found, FollowUp::place, FollowUpView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.MONITOR, Roles.PROGRAM_OFFICER, Roles.AUDITOR})
    @Operation(
            operationId = "getFollowUp",
            summary = "Read a follow-up",
            description = "DUE once its day has come, DONE once a visit answered it.")
    public RestResponse<FollowUpView> view(UUID id) {
        var followUp = followUps.get(id);
        caller.reach(followUp.districtCode());
        return Versions.tagged(FollowUpView.of(followUp), followUp.version());
    }
}
