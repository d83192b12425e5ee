package id.berdikari.fundraising.payment;

import id.berdikari.fundraising.donation.PaymentEffect;
import id.berdikari.fundraising.donation.Receiving;
import id.berdikari.fundraising.donation.Receiving.Receipt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Keeps each signed notification beside what it did, in one statement. */
@ApplicationScoped
class GatewayReports {

    private final DataSource database;
    private final Receiving receiving;
    private final Clock clock;

    GatewayReports(DataSource database, Receiving receiving, Clock clock) {
        this.database = database;
        this.receiving = receiving;
        this.clock = clock;
    }

    PaymentEffect take(MidtransNotification notification) {
        while (true) {
            var receipt = weigh(notification);
            PaymentNotifications.add(receipt.statement(), notification, receipt.effect(), clock.instant());
            // Another notification may change the donation in between; payments only go forward, so this ends.
            if (receipt.statement().execute(database)) {
                return receipt.effect();
            }
        }
    }

    private Receipt weigh(MidtransNotification notification) {
        var donationId = donationId(notification.orderId());
        if (donationId.isEmpty()) {
            return Receipt.changesNothing(PaymentEffect.UNKNOWN_ORDER);
        }
        return notification
                .state()
                .map(state -> receiving.weigh(donationId.get(), state, notification.amount()))
                .orElse(Receipt.changesNothing(PaymentEffect.ATTENTION));
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
