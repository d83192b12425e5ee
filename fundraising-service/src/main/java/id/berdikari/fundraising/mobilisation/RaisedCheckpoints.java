package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.money.Money;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * What campaigns raised, refunds not counted. It is a sum over lots, so that receipts share no row; for a campaign that many
 * look at and many give to, the sum up to some lot is kept, and only the tail is added up.
 */
@ApplicationScoped
class RaisedCheckpoints {

    /** So many lots are added up in about a millisecond. */
    private static final int LONG_TAIL = 1_000;

    private record Sum(UUID campaignId, BigDecimal amount, long tail) {}

    private final Session session;
    private final Set<UUID> due = ConcurrentHashMap.newKeySet();

    RaisedCheckpoints(Session session) {
        this.session = session;
    }

    Map<UUID, Money> raised(Collection<UUID> campaigns) {
        var sums = session.createNativeQuery("""
                        select campaign.id,
                            coalesce(known.amount, 0) + coalesce(tail.amount, 0) - coalesce(back.amount, 0) as amount, tail.lots
                        from unnest(cast(string_to_array(:campaigns, ',') as uuid[])) as campaign (id)
                        left join raised_checkpoint known on known.campaign_id = campaign.id
                        cross join lateral (
                            select sum(amount) as amount, count(*) as lots from fund_lot
                            where campaign_id = campaign.id and position > coalesce(known.position, 0)) tail
                        cross join lateral (
                            select sum(returned) as amount from fund_lot
                            where campaign_id = campaign.id and returned > 0) back
                        """, Sum.class)
                .setParameter(
                        "campaigns", campaigns.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .list();
        sums.stream()
                .filter(sum -> sum.tail() >= LONG_TAIL)
                .map(Sum::campaignId)
                .forEach(due::add);
        return sums.stream().collect(Collectors.toMap(Sum::campaignId, sum -> new Money(sum.amount())));
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void roll() {
        var campaigns = List.copyOf(due);
        if (!campaigns.isEmpty()) {
            var settled = QuarkusTransaction.requiringNew().call(this::settled);
            QuarkusTransaction.requiringNew().run(() -> campaigns.forEach(campaign -> keep(campaign, settled)));
            campaigns.forEach(due::remove);
        }
    }

    /**
     * A position up to which no lot is missing: lots commit in another order than they draw their positions. The lock waits for
     * the writers there are, milliseconds each, and is gone before anything is added up.
     */
    private long settled() {
        session.createNativeMutationQuery("set local lock_timeout = '200ms'").executeUpdate();
        session.createNativeMutationQuery("lock table fund_lot in share mode").executeUpdate();
        return session.createNativeQuery("select last_value from fund_lot_position_seq", Long.class)
                .getSingleResult();
    }

    /** Adds up from the beginning, so that a checkpoint never carries an error on. */
    private void keep(UUID campaign, long settled) {
        session.createNativeMutationQuery("""
                        insert into raised_checkpoint (campaign_id, position, amount)
                        select campaign_id, :settled, sum(amount) from fund_lot
                        where campaign_id = :campaign and position <= :settled group by campaign_id
                        on conflict (campaign_id) do update set position = excluded.position, amount = excluded.amount
                        where raised_checkpoint.position < excluded.position
                        """)
                .setParameter("campaign", campaign)
                .setParameter("settled", settled)
                .executeUpdate();
    }
}
