package id.berdikari.fundraising.payment;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Which of the gateway's notifications a treasurer must look at. */
@ApplicationScoped
class PaymentMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(StateMetric.by("outcome", "berdikari.payment.notifications.attention", "Notifications of the last seven days that a treasurer must look at", """
                select wanted.outcome, (
                    select count(*) from payment_notification notified
                    where notified.outcome = wanted.outcome and notified.received_at > now() - interval '7 days')
                from (values ('ATTENTION'), ('AMOUNT_DIFFERS')) wanted (outcome)
                """).every(Duration.ofMinutes(1)));
    }
}
