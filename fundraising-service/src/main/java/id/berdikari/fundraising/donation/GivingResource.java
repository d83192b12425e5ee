package id.berdikari.fundraising.donation;

import id.berdikari.kit.idempotency.IdempotentRequests;
import id.berdikari.kit.limit.RateLimited;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.money.PositiveMoney;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/campaigns/{id}/donations")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "donations")
class GivingResource {

    record DonationRequest(
            @NotNull @PositiveMoney Money amount,
            @NotNull @Valid DonationResource.Donor donor,
            @NotNull @Schema(examples = "MIDTRANS") Donation.Method method) {}

    @Schema(description = "How to pay: the order that the gateway's page and its notification name")
    record Payment(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
            String orderId,

            @Schema(examples = "MIDTRANS") Donation.Method provider,
            Money amount) {}

    /** The part of the answer that may be stored for a repeat: it has neither the secret nor the donor. */
    record Promise(UUID id, Donation.Status status, UUID campaignId, Money amount, Donation.Method method) {
        static Promise of(Donation donation) {
            return new Promise(
                    donation.id(), donation.status(), donation.campaignId(), donation.amount(), donation.method());
        }
    }

    record PromiseView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
            UUID id,

            @Schema(examples = "PENDING") Donation.Status status,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e12")
            UUID campaignId,

            Money amount,
            Payment payment,

            @Schema(
                    description = "Keep it: with it alone the donation can be followed",
                    examples = "3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")
            String donorSecret) {}

    private final Giving giving;
    private final DonorSecret secret;
    private final IdempotentRequests idempotent;

    GivingResource(Giving giving, DonorSecret secret, IdempotentRequests idempotent) {
        this.giving = giving;
        this.secret = secret;
        this.idempotent = idempotent;
    }

    @POST
    @ResponseStatus(201)
    @APIResponseSchema(value = PromiseView.class, responseCode = "201", responseDescription = "Promised")
    @PermitAll
    @RateLimited
    @Operation(
            operationId = "give",
            summary = "Promise a donation to a campaign",
            description =
                    "Needs the header Idempotency-Key, a UUID where no token is sent; a repeat answers the same. The target is no ceiling. The donation is PAID when the gateway's notification says so.")
    public PromiseView give(
            UUID id,
            @HeaderParam("Idempotency-Key")
                    @Parameter(description = "A new UUID for each donation", required = true)
                    @Nullable
                    String idempotencyKey,
            @NotNull @Valid DonationRequest request) {
        var promise =
                idempotent.once(idempotencyKey, request, Promise.class, () -> Promise.of(giving.give(id, request)));
        return new PromiseView(
                promise.id(),
                promise.status(),
                promise.campaignId(),
                promise.amount(),
                new Payment(promise.id().toString(), promise.method(), promise.amount()),
                secret.of(promise.id()));
    }
}
