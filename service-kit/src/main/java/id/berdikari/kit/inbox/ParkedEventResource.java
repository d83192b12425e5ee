package id.berdikari.kit.inbox;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What an operator sees and does about parked events. The events' content is not shown. */
@Path("/api/v1/parked-events")
@Tag(name = "operations")
@RolesAllowed(Roles.ADMIN)
class ParkedEventResource {

    record ParkedEventView(
            @Schema(examples = "17") long id,
            @Schema(examples = "program-events") String topic,
            @Schema(examples = "3") int partition,
            @Schema(examples = "4711") long offset,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            String key,

            @Schema(examples = "delivery-completed", nullable = true) @Nullable
            String type,

            @Schema(examples = "the value is not a delivery-completed")
            String cause,

            @Schema(examples = "2026-02-18T04:11:09.120Z") Instant parkedAt) {
        static ParkedEventView of(ParkedEvents.Parked parked) {
            var message = parked.message();
            return new ParkedEventView(
                    parked.id(),
                    message.topic(),
                    message.partition(),
                    message.offset(),
                    message.key(),
                    message.headers().get("ce_type"),
                    parked.cause(),
                    parked.parkedAt());
        }
    }

    record RedriveRequest(
            @Schema(
                    description = "Only events of this key; all keys where it is missing",
                    examples = "01981f6e-7c00-7000-8000-000000000002",
                    nullable = true)
            @Nullable
            @Size(max = 100)
            String key) {}

    private final ParkedEvents parked;
    private final Redrive redrive;
    private final Cursors cursors;
    private final AuditLog audit;

    ParkedEventResource(ParkedEvents parked, Redrive redrive, Cursors cursors, AuditLog audit) {
        this.parked = parked;
        this.redrive = redrive;
        this.cursors = cursors;
        this.audit = audit;
    }

    @GET
    @Operation(
            operationId = "listParkedEvents",
            summary = "Events that could not be handled, oldest first",
            description =
                    "Each says where it came from and why it was parked. Later events of a parked key wait behind it.")
    public Page<ParkedEventView> list(
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "parked-events");
        var after = keyset.after().isEmpty() ? 0 : Long.parseLong(keyset.after());
        return keyset.page(parked.list(after, keyset.fetch()), ParkedEvents.Parked::id, ParkedEventView::of);
    }

    @POST
    @Path("/redrive")
    @Operation(
            operationId = "redriveParkedEvents",
            summary = "Put parked events back, in order",
            description =
                    "Handles them as if they had just arrived. A key whose event fails again stays parked from there on.")
    public Redrive.Outcome redrive(@Valid RedriveRequest request) {
        audit.record("redrive-parked-events", "parked-event", request.key() == null ? "all" : request.key(), null);
        return redrive.redrive(request.key());
    }
}
