package id.berdikari.fundraising.payment;

import id.berdikari.fundraising.donation.PaymentEffect;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A signed notification as it came, and what it did. */
@Entity
class PaymentNotification {

    @Id
    private UUID id;

    private String orderId;
    private String transactionStatus;
    private @Nullable String fraudStatus;
    private String statusCode;
    private String grossAmount;
    private @Nullable String transactionId;
    private @Nullable String paymentType;

    @Enumerated(EnumType.STRING)
    private PaymentEffect outcome;

    private Instant receivedAt;

    protected PaymentNotification() {}

    UUID id() {
        return id;
    }

    String orderId() {
        return orderId;
    }

    String transactionStatus() {
        return transactionStatus;
    }

    @Nullable
    String fraudStatus() {
        return fraudStatus;
    }

    String statusCode() {
        return statusCode;
    }

    String grossAmount() {
        return grossAmount;
    }

    @Nullable
    String transactionId() {
        return transactionId;
    }

    @Nullable
    String paymentType() {
        return paymentType;
    }

    PaymentEffect outcome() {
        return outcome;
    }

    Instant receivedAt() {
        return receivedAt;
    }
}
