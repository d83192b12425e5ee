package id.berdikari.program.delivery;

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
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/deliveries")
@Tag(name = "deliveries", description = "Help handed over, and acknowledged by the person")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
class DeliveryResource {

    @Schema(name = "DeliveredItem")
    record DeliveredItemView(
            @NotBlank @Size(max = 500) @Schema(examples = "Wheelchair, adult size")
            String description,

            @NotNull @Positive @Digits(integer = 9, fraction = 3) @Schema(examples = "1")
            BigDecimal quantity) {
        DeliveredItem item() {
            return new DeliveredItem(description, quantity);
        }

        static DeliveredItemView of(DeliveredItem item) {
            return new DeliveredItemView(item.description(), item.quantity());
        }
    }

    @Schema(name = "Receipt")
    record ReceiptView(
            @NotBlank @Size(max = 100) @Schema(examples = "INV-2026-0117")
            String number,

            @NotNull @PositiveMoney Money amount) {
        Receipt receipt() {
            return new Receipt(number, amount);
        }

        static ReceiptView of(Receipt receipt) {
            return new ReceiptView(receipt.number(), receipt.amount());
        }
    }

    @Schema(name = "Proof")
    record ProofView(
            @NotBlank @Size(max = 4000) @Schema(examples = "Handed over at home, adjusted and tried")
            String note,

            @Size(max = 100)
            @Schema(
                    examples = "BAST-2026-017",
                    description = "Number of the signed hand-over document (berita acara)",
                    nullable = true)
            @Nullable
            String documentNumber) {
        Proof proof() {
            return new Proof(note, documentNumber);
        }

        static ProofView of(Proof proof) {
            return new ProofView(proof.note(), proof.documentNumber());
        }
    }

    record AcknowledgementRequest(
            @NotNull @Schema(examples = "2026-02-18") LocalDate acknowledgedOn,

            @NotBlank @Size(max = 200) @Schema(examples = "The beneficiary", description = "Who acknowledged the help")
            String by,

            @NotBlank @Size(max = 200) @Schema(examples = "Head of RT 02")
            String witness) {}

    @Schema(name = "Delivery")
    record DeliveryView(
            @Schema(examples = "01981f6e-7c00-7000-8000-000000000003")
            UUID id,

            @Schema(examples = "ACKNOWLEDGED") DeliveryStatus status,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000002")
            UUID programId,

            @Schema(examples = "01981f6e-7c00-7000-8000-000000000001")
            UUID beneficiaryId,

            @Schema(examples = "2026-02-18") LocalDate deliveredOn,
            List<DeliveredItemView> items,
            Money actualCost,
            List<ReceiptView> receipts,
            ProofView proof,

            @Schema(examples = "2026-02-18", nullable = true) @Nullable
            LocalDate acknowledgedOn,

            @Schema(examples = "The beneficiary", nullable = true) @Nullable
            String acknowledgedBy,

            @Schema(examples = "Head of RT 02", nullable = true) @Nullable
            String witness) {
        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.id(),
                    delivery.status(),
                    delivery.programId(),
                    delivery.beneficiaryId(),
                    delivery.deliveredOn(),
                    delivery.items().stream().map(DeliveredItemView::of).toList(),
                    delivery.actualCost(),
                    delivery.receipts().stream().map(ReceiptView::of).toList(),
                    ProofView.of(delivery.proof()),
                    delivery.acknowledgedOn(),
                    delivery.acknowledgedBy(),
                    delivery.witness());
        }
    }

    private final HandOver handOver;
    private final Deliveries deliveries;
    private final Cursors cursors;
    private final Caller caller;

    DeliveryResource(HandOver handOver, Deliveries deliveries, Cursors cursors, Caller caller) {
        this.handOver = handOver;
        this.deliveries = deliveries;
        this.cursors = cursors;
        this.caller = caller;
    }

    @GET
    @RolesAllowed({Roles.PROGRAM_OFFICER, Roles.VERIFIER, Roles.TREASURER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "listDeliveries",
            summary = "List deliveries, newest first",
            description = "Only those in the caller's areas.")
    public Page<DeliveryView> list(
            @QueryParam("programId") @Nullable UUID programId,
            @QueryParam("status") @Nullable DeliveryStatus status,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "deliveries", programId, status);
        var found = deliveries.list(programId, status, caller.areas(), keyset);
        return keyset.page(found, Delivery::id, DeliveryView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.PROGRAM_OFFICER, Roles.VERIFIER, Roles.TREASURER, Roles.MONITOR, Roles.AUDITOR})
    @Operation(
            operationId = "getDelivery",
            summary = "Read a delivery",
            description = "With its items, receipts, proof and acknowledgement.")
    public RestResponse<DeliveryView> view(UUID id) {
        var delivery = deliveries.get(id);
        caller.reach(delivery.districtCode());
        return tagged(delivery);
    }

    @POST
    @Path("/{id}/acknowledgement")
    @RolesAllowed(Roles.VERIFIER)
    @Operation(
            operationId = "acknowledgeDelivery",
            summary = "Record that the person acknowledged the help before a witness",
            description = "Never by whoever recorded the delivery. With the last one the programme is ACKNOWLEDGED.")
    public RestResponse<DeliveryView> acknowledge(UUID id, @NotNull @Valid AcknowledgementRequest request) {
        return tagged(handOver.acknowledge(id, request.acknowledgedOn(), request.by(), request.witness()));
    }

    private static RestResponse<DeliveryView> tagged(Delivery delivery) {
        return Versions.tagged(DeliveryView.of(delivery), delivery.version());
    }
}
