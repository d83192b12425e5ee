package id.berdikari.fundraising.donation;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/donations/{id}/refund")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "donations")
class RefundResource {

    record RefundRequest(
            @NotBlank @Size(max = 1000) @Schema(examples = "Paid twice by mistake")
            String reason) {}

    record ConfirmationRequest() {}

    record RefundView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e17")
            UUID id,

            @Schema(examples = "PROPOSED") Refund.Status status,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
            UUID donationId,

            @Schema(description = "What was held when it was proposed; what went back once it is confirmed")
            Money amount,

            @Schema(examples = "Paid twice by mistake") String reason,
            @Schema(examples = "treasurer-1") String proposedBy,

            @Schema(examples = "treasurer-2", nullable = true) @Nullable
            String confirmedBy,

            @Schema(examples = "2026-02-03", nullable = true) @Nullable
            LocalDate refundedOn) {
        static RefundView of(Refund refund) {
            return new RefundView(
                    refund.id(),
                    refund.status(),
                    refund.donationId(),
                    refund.amount(),
                    refund.reason(),
                    refund.proposedBy(),
                    refund.confirmedBy(),
                    refund.refundedOn());
        }
    }

    private final Refunding refunding;
    private final Refunds refunds;
    private final Donations donations;
    private final Caller caller;

    RefundResource(Refunding refunding, Refunds refunds, Donations donations, Caller caller) {
        this.refunding = refunding;
        this.refunds = refunds;
        this.donations = donations;
        this.caller = caller;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = RefundView.class, responseCode = "201", responseDescription = "Proposed")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            operationId = "proposeRefund",
            summary = "Propose to give a donation back",
            description = "Only what is held, that is in no programme, can go back.")
    public RefundView propose(UUID id, @NotNull @Valid RefundRequest request) {
        return RefundView.of(refunding.propose(id, request.reason()));
    }

    @POST
    @Path("/confirmation")
    @RolesAllowed(Roles.TREASURER)
    @Operation(
            operationId = "confirmRefund",
            summary = "Confirm a refund that another treasurer proposed",
            description = "All that is held at this moment goes back. Emits donation-refunded.")
    public RestResponse<RefundView> confirm(UUID id, @NotNull @Valid ConfirmationRequest request) {
        return tagged(refunding.confirm(id));
    }

    @GET
    @RolesAllowed({Roles.TREASURER, Roles.AUDITOR})
    @Operation(
            operationId = "getRefund",
            summary = "The latest refund of a donation",
            description = "Proposed or done.")
    public RestResponse<RefundView> view(UUID id) {
        var district = donations.get(id).districtCode();
        if (district != null) {
            caller.reach(district);
        }
        return tagged(refunds.latest(id));
    }

    private static RestResponse<RefundView> tagged(Refund refund) {
        return Versions.tagged(RefundView.of(refund), refund.version());
    }
}
