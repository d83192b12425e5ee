package id.berdikari.fundraising.payment;

import id.berdikari.fundraising.donation.PaymentEffect;
import id.berdikari.kit.paging.Cursors;
import id.berdikari.kit.paging.Page;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Roles;
import io.quarkus.logging.Log;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

@Path("/api/v1/payment-notifications")
@RunOnVirtualThread
@Tag(name = "payments")
class PaymentNotificationResource {

    record NotificationOutcome(@Schema(examples = "APPLIED") PaymentEffect outcome) {}

    record PaymentNotificationView(
            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e18")
            UUID id,

            @Schema(examples = "01978f3e-5b2a-7c3d-8e4f-5a6b7c8d9e16")
            String orderId,

            @Schema(examples = "settlement") String transactionStatus,

            @Schema(examples = "accept", nullable = true) @Nullable
            String fraudStatus,

            @Schema(examples = "200") String statusCode,
            @Schema(examples = "100000.00") String grossAmount,

            @Schema(examples = "57d5293c-e65f-4a29-95e4-5959c3fa335b", nullable = true) @Nullable
            String transactionId,

            @Schema(examples = "bank_transfer", nullable = true) @Nullable
            String paymentType,

            @Schema(examples = "APPLIED") PaymentEffect outcome,
            @Schema(examples = "2026-02-01T03:04:05Z") Instant receivedAt) {
        static PaymentNotificationView of(PaymentNotification notification) {
            return new PaymentNotificationView(
                    notification.id(),
                    notification.orderId(),
                    notification.transactionStatus(),
                    notification.fraudStatus(),
                    notification.statusCode(),
                    notification.grossAmount(),
                    notification.transactionId(),
                    notification.paymentType(),
                    notification.outcome(),
                    notification.receivedAt());
        }
    }

    private final GatewayReports reports;
    private final PaymentNotifications notifications;
    private final MidtransSignature signature;
    private final ForgeryLimit forgeries;
    private final Cursors cursors;

    PaymentNotificationResource(
            GatewayReports reports,
            PaymentNotifications notifications,
            MidtransSettings settings,
            ForgeryLimit forgeries,
            Cursors cursors) {
        this.reports = reports;
        this.notifications = notifications;
        this.signature = new MidtransSignature(settings.serverKey());
        this.forgeries = forgeries;
        this.cursors = cursors;
    }

    @POST
    @Path("/midtrans")
    @PermitAll
    @Operation(
            operationId = "notifyMidtrans",
            summary = "Where Midtrans tells how a payment stands",
            description =
                    "Repeats and late notifications answer 200 and change nothing. A wrong signature answers 403. An amount that is not the donation's answers 422, changes nothing, and is kept for the treasurer.")
    public NotificationOutcome midtrans(@NotNull @Valid MidtransNotification request) {
        if (!signature.matches(request)) {
            forgeries.count();
            throw PaymentProblem.SIGNATURE_INVALID.refused();
        }
        var effect = reports.take(request);
        if (effect.needsTreasurer()) {
            Log.infof("Midtrans notification for %s: %s", request.orderId(), effect);
        }
        return switch (effect) {
            case APPLIED, REPEATED, OUT_OF_ORDER, ATTENTION -> new NotificationOutcome(effect);
            case AMOUNT_DIFFERS -> throw PaymentProblem.PAID_AMOUNT_DIFFERS.refused();
            case UNKNOWN_ORDER -> throw PaymentProblem.ORDER_UNKNOWN.refused();
        };
    }

    @GET
    @RolesAllowed({Roles.TREASURER, Roles.AUDITOR})
    @Operation(
            operationId = "listPaymentNotifications",
            summary = "Signed notifications and what they did, latest first",
            description =
                    "Filters: outcome, orderId. ATTENTION and AMOUNT_DIFFERS are those that a treasurer must look at.")
    public Page<PaymentNotificationView> list(
            @QueryParam("outcome") @Nullable PaymentEffect outcome,
            @QueryParam("orderId") @Nullable String orderId,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("limit") @DefaultValue(Cursors.DEFAULT_LIMIT) int limit) {
        var keyset = cursors.open(cursor, limit, "payment-notifications", outcome, orderId);
        return keyset.page(
                notifications.list(outcome, orderId, keyset.before(), keyset.fetch()),
                PaymentNotification::id,
                PaymentNotificationView::of);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.TREASURER, Roles.AUDITOR})
    @Operation(
            operationId = "getPaymentNotification",
            summary = "One signed notification",
            description = "As it came, and what it did.")
    public RestResponse<PaymentNotificationView> view(UUID id) {
        return Versions.tagged(PaymentNotificationView.of(notifications.get(id)), 0);
    }
}
