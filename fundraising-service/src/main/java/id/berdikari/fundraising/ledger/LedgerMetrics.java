package id.berdikari.fundraising.ledger;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** What the books hold, and that they balance. Each sums all entries, so they are asked for seldom. */
@ApplicationScoped
class LedgerMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(
                StateMetric.by("account", "berdikari.ledger.balance.rupiah", "What an account holds, in rupiah", """
                select account.code, case account.kind
                    when 'ASSET' then coalesce(booked.debit - booked.credit, 0) else coalesce(booked.credit - booked.debit, 0) end
                from ledger_account account
                left join (
                    select account_code, sum(debit) as debit, sum(credit) as credit from ledger_entry group by account_code
                ) booked on booked.account_code = account.code
                """)
                        .every(Duration.ofMinutes(15)),
                StateMetric.of(
                                "berdikari.ledger.imbalance.rupiah",
                                "All debits less all credits, in rupiah; anything but 0 is wrong",
                                "select coalesce(sum(debit) - sum(credit), 0) from ledger_entry")
                        .every(Duration.ofMinutes(15)));
    }
}
