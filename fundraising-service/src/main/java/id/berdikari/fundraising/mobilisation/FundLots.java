package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.statement.OneStatement;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class FundLots implements PanacheRepositoryBase<FundLot, UUID> {

    private record Traced(
            String state,
            BigDecimal amount,
            UUID campaignId,
            @Nullable UUID programId,
            @Nullable UUID deliveryId,
            @Nullable LocalDate handedOverOn) {}

    private static final int LOCK_SPACE = 0x46756e64;

    private final Session session;

    FundLots(Session session) {
        this.session = session;
    }

    /** A new lot is only a row, as many as there are donations: native, beside the other rows of a receipt. */
    void add(OneStatement statement, UUID donationId, UUID campaignId, Purpose purpose, Money amount) {
        var programType = purpose.programType();
        statement.insert(
                "into fund_lot (donation_id, campaign_id, beneficiary_id, program_type, amount, held, returned) select ?::uuid, ?::uuid, ?::uuid, ?::text, ?::numeric, ?::numeric, 0",
                donationId,
                campaignId,
                purpose.beneficiaryId(),
                programType == null ? null : programType.name(),
                amount.amount(),
                amount.amount());
    }

    /**
     * Lets one transaction at a time move money that is held. Moves are few; receipts, which are many, only add lots and
     * need no lock.
     */
    void lockForMoving() {
        session.flush();
        session.createNativeQuery("select 1 from pg_advisory_xact_lock(:space, 1)", Integer.class)
                .setParameter("space", LOCK_SPACE)
                .getSingleResult();
    }

    /** The lots, in the order of {@link LotAllocation}, that cover an amount; all there are if they do not cover it. */
    List<FundLot> covering(LotAllocation wanted) {
        return session.createNativeQuery("""
                        select candidate.* from (
                            select lot.*, coalesce(sum(held) over (
                                order by (beneficiary_id is null)::int + (program_type is null and beneficiary_id is null)::int,
                                    position
                                rows between unbounded preceding and 1 preceding), 0) as before
                            from fund_lot lot
                            where held > 0
                              and (beneficiary_id = :beneficiaryId or beneficiary_id is null)
                              and (program_type = :programType or program_type is null)
                        ) candidate
                        where before < :amount
                        """, FundLot.class)
                .setParameter("beneficiaryId", wanted.beneficiaryId())
                .setParameter("programType", wanted.programType().name())
                .setParameter("amount", wanted.amount().amount())
                .list();
    }

    /** One statement, and so one moment: while money moves its parts still sum to the donation. */
    List<TraceItem> trace(UUID donationId) {
        return session.createNativeQuery("""
                        select 'SPENT' as state, amount, campaign_id, program_id, delivery_id, delivered_on
                        from fund_spending where donation_id = :donation
                        union all
                        select 'RESERVED', reserved, campaign_id, program_id, null, null
                        from fund_allocation where donation_id = :donation and reserved > 0
                        union all
                        select 'HELD', held, campaign_id, null, null, null
                        from fund_lot where donation_id = :donation and held > 0
                        union all
                        select 'RETURNED', returned, campaign_id, null, null, null
                        from fund_lot where donation_id = :donation and returned > 0
                        """, Traced.class).setParameter("donation", donationId).list().stream()
                .map(part -> new TraceItem(
                        TraceItem.State.valueOf(part.state()),
                        new Money(part.amount()),
                        part.campaignId(),
                        part.programId(),
                        part.deliveryId(),
                        part.handedOverOn()))
                .toList();
    }
}
