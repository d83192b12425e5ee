package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Who waits for money, and that the lots hold what the books say. */
@ApplicationScoped
class MobilisationMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(
                StateMetric.of(
                        "berdikari.funding.requests.waiting",
                        "Funding requests that wait for money, counted up to 10,000",
                        "select count(*) from (select from funding_request where status = 'WAITING' limit 10000) waiting"),
                StateMetric.of(
                        "berdikari.funding.requests.oldest.age.seconds",
                        "How long the oldest waiting funding request has waited; 0 when none waits",
                        "select coalesce(extract(epoch from now() - min(recorded_at)), 0) from funding_request where status = 'WAITING'"),
                StateMetric.of(
                                "berdikari.ledger.lots.difference.rupiah",
                                "What lots hold and programmes have reserved, less the cash in the books, in rupiah; anything but 0 is wrong",
                                """
                select (select coalesce(sum(held), 0) from fund_lot where held > 0)
                    + (select coalesce(sum(reserved), 0) from fund_allocation)
                    - (select coalesce(sum(debit) - sum(credit), 0) from ledger_entry where account_code = '1100')
                """)
                        .every(Duration.ofMinutes(15)));
    }
}
