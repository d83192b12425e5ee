package id.berdikari.fundraising.payment;

import id.berdikari.fundraising.donation.PaymentEffect;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.statement.OneStatement;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class PaymentNotifications implements PanacheRepositoryBase<PaymentNotification, UUID> {

    static void add(OneStatement statement, MidtransNotification received, PaymentEffect outcome, Instant receivedAt) {
        statement.insert(
                """
                into payment_notification (id, order_id, transaction_status, fraud_status, status_code, gross_amount,
                    transaction_id, payment_type, outcome, received_at)
                select ?::uuid, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::text, ?::timestamptz""",
                Identifiers.next(),
                received.orderId(),
                received.transactionStatus(),
                received.fraudStatus(),
                received.statusCode(),
                received.grossAmount(),
                received.transactionId(),
                received.paymentType(),
                outcome.name(),
                receivedAt);
    }

    PaymentNotification get(UUID id) {
        return findByIdOptional(id).orElseThrow(KitProblem.NOT_FOUND::refused);
    }

    List<PaymentNotification> list(@Nullable PaymentEffect outcome, @Nullable String orderId, UUID before, int limit) {
        var query = new StringBuilder("id < :before");
        var parameters = new HashMap<String, Object>(Map.of("before", before));
        if (outcome != null) {
            query.append(" and outcome = :outcome");
            parameters.put("outcome", outcome);
        }
        if (orderId != null) {
            query.append(" and orderId = :orderId");
            parameters.put("orderId", orderId);
        }
        return find(query + " order by id desc", parameters).range(0, limit - 1).list();
    }
}
