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
        return List.of(StateMetric.by(
                        "outcome",
                        "berdikari.payment.notifications.attention",
                        "Notifications of the last seven days that a treasurer must look at",
                        """
                select wanted.outcome, count(found.outcome)
                from (values ('ATTENTION'), ('AMOUNT_DIFFERS')) wanted (outcome)
                left join (
                    select outcome from payment_notification
                    where outcome in ('ATTENTION', 'AMOUNT_DIFFERS') and outcome <> 'APPLIED'
                      and received_at > now() - interval '7 days'
                ) found using (outcome)
                group by wanted.outcome
                """)
                .every(Duration.ofMinutes(1)));
    }
}
