package id.berdikari.program.delivery;

import id.berdikari.kit.idempotency.IdempotentRequests;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import id.berdikari.kit.security.Roles;
import id.berdikari.program.delivery.DeliveryResource.DeliveredItemView;
import id.berdikari.program.delivery.DeliveryResource.ProofView;
import id.berdikari.program.delivery.DeliveryResource.ReceiptView;
import id.berdikari.program.delivery.HandOver.Booked;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/programs/{programId}/deliveries")
@Tag(name = "deliveries", description = "Help handed over, and acknowledged by the person")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class HandOverResource {

    record DeliveryRequest(
            @NotNull @Schema(examples = "2026-02-18") LocalDate deliveredOn,
            @NotEmpty @Size(max = 50) List<@NotNull @Valid DeliveredItemView> items,

            @NotNull @PositiveMoney @Schema(description = "Exactly the sum of the receipts")
            Money actualCost,

            @NotEmpty @Size(max = 50) List<@NotNull @Valid ReceiptView> receipts,
            @NotNull @Valid ProofView proof) {}

    /** Kept for repeats of the request, so without free text. */
    @Schema(name = "DeliveryAnswer")
    record DeliveryAnswer(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000003")
            UUID id,

            @Schema(examples = "DELIVERED") DeliveryStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @Schema(examples = "DELIVERED", description = "The programme's status after this delivery")
            String programStatus,

            @Schema(examples = "2026-02-18") LocalDate deliveredOn,
            Money actualCost) {
        static DeliveryAnswer of(Booked booked) {
            var delivery = booked.delivery();
            return new DeliveryAnswer(
                    delivery.id(),
                    delivery.status(),
                    delivery.programId(),
                    booked.program().status(),
                    delivery.deliveredOn(),
                    delivery.actualCost());
        }
    }

    private final HandOver handOver;
    private final IdempotentRequests idempotent;

    HandOverResource(HandOver handOver, IdempotentRequests idempotent) {
        this.handOver = handOver;
        this.idempotent = idempotent;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = DeliveryAnswer.class, responseCode = "201", responseDescription = "Recorded")
    @RolesAllowed(Roles.PROGRAM_OFFICER)
    @Operation(
            operationId = "recordDelivery",
            summary = "Record a hand-over with its receipts",
            description = "All deliveries of a programme together cost at most the money mobilised for it. "
                    + "Several are possible, for instance one for each milestone of a renovation.")
    public DeliveryAnswer deliver(
            @PathParam("programId") UUID programId,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "A new UUID for each delivery", required = true)
                    @Nullable
                    String key,
            @NotNull @Valid DeliveryRequest request) {
        return idempotent.once(
                key,
                request,
                DeliveryAnswer.class,
                () -> DeliveryAnswer.of(handOver.deliver(
                        programId,
                        request.deliveredOn(),
                        request.items().stream().map(DeliveredItemView::item).toList(),
                        request.actualCost(),
                        request.receipts().stream().map(ReceiptView::receipt).toList(),
                        request.proof().proof())));
    }
}
