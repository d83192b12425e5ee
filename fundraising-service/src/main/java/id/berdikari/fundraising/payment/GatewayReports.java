package id.berdikari.fundraising.payment;

import id.berdikari.fundraising.donation.PaymentEffect;
import id.berdikari.fundraising.donation.Receiving;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** Keeps each signed notification beside what it did, in one transaction. */
@ApplicationScoped
class GatewayReports {

    private final PaymentNotifications notifications;
    private final Receiving receiving;
    private final Clock clock;

    GatewayReports(PaymentNotifications notifications, Receiving receiving, Clock clock) {
        this.notifications = notifications;
        this.receiving = receiving;
        this.clock = clock;
    }

    @Transactional
    PaymentEffect take(MidtransNotification notification) {
        var effect = effect(notification);
        notifications.persist(new PaymentNotification(Identifiers.next(), notification, effect, clock.instant()));
        return effect;
    }

    private PaymentEffect effect(MidtransNotification notification) {
        var donationId = donationId(notification.orderId());
        if (donationId.isEmpty()) {
            return PaymentEffect.UNKNOWN_ORDER;
        }
        return notification
                .state()
                .map(state -> receiving.report(donationId.get(), state, notification.amount()))
                .orElse(PaymentEffect.ATTENTION);
    }

    /** The order that we hand to the gateway is the donation's id. */
    private static Optional<UUID> donationId(String orderId) {
        try {
            return Optional.of(UUID.fromString(orderId));
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }
}
