package id.berdikari.monitoring.journey;

import id.berdikari.event.FundraisingEvent.Lot;
import id.berdikari.monitoring.beneficiary.KnownBeneficiary;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;

@ApplicationScoped
class JourneyItems {

    private final Session session;

    JourneyItems(Session session) {
        this.session = session;
    }

    void put(JourneyItem item, Trail trail) {
        session.createNativeMutationQuery("""
                        insert into journey_item (event_id, case_id, beneficiary_id, campaign_id, donation_id,
                            type, service, occurred_on, recorded_at, amount)
                        values (:event, :caseId, :beneficiary, :campaign, :donation,
                            :type, :service, :occurredOn, :recordedAt, :amount)
                        on conflict do nothing""")
                .setParameter("event", item.eventId())
                .setParameter("caseId", trail.caseId(), UUID.class)
                .setParameter("beneficiary", trail.beneficiaryId(), UUID.class)
                .setParameter("campaign", trail.campaignId(), UUID.class)
                .setParameter("donation", trail.donationId(), UUID.class)
                .setParameter("type", item.type())
                .setParameter("service", item.service())
                .setParameter("occurredOn", item.occurredOn())
                .setParameter("recordedAt", item.recordedAt())
                .setParameter("amount", item.amount(), BigDecimal.class)
                .executeUpdate();
    }

    void putLots(String eventId, UUID beneficiaryId, List<Lot> lots) {
        for (int position = 0; position < lots.size(); position++) {
            var lot = lots.get(position);
            session.createNativeMutationQuery("""
                            insert into mobilised_lot
                                (event_id, position, beneficiary_id, donation_id, campaign_id, amount)
                            values (:event, :position, :beneficiary, :donation, :campaign, :amount)
                            on conflict do nothing""")
                    .setParameter("event", eventId)
                    .setParameter("position", position)
                    .setParameter("beneficiary", beneficiaryId)
                    .setParameter("donation", lot.donationId())
                    .setParameter("campaign", lot.campaignId())
                    .setParameter("amount", lot.amount().toDecimal())
                    .executeUpdate();
        }
    }

    /** Of a gift to a general campaign a journey shows only the part that was mobilised for this person. */
    List<JourneyItem> of(KnownBeneficiary beneficiary, Instant after, String afterEvent, int fetch) {
        return session.createNativeQuery("""
                        with lot as (
                            select donation_id, campaign_id, sum(amount) as amount
                            from mobilised_lot where beneficiary_id = :beneficiary
                            group by donation_id, campaign_id
                        ), item as (
                            select i.*, i.amount as part from journey_item i where i.beneficiary_id = :beneficiary
                            union all
                            select i.*, i.amount from journey_item i where i.case_id = :caseId
                            union all
                            select i.*, i.amount from journey_item i
                            where i.campaign_id in (select campaign_id from lot)
                            union all
                            select i.*, lot.amount from journey_item i join lot on lot.donation_id = i.donation_id
                        )
                        select event_id, type, service, occurred_on, recorded_at, part as amount
                        from item
                        where (recorded_at, event_id) > (:after, :afterEvent)
                        order by recorded_at, event_id
                        limit :fetch""", JourneyItem.class)
                .setParameter("beneficiary", beneficiary.id())
                .setParameter("caseId", beneficiary.caseId())
                .setParameter("after", after)
                .setParameter("afterEvent", afterEvent)
                .setParameter("fetch", fetch)
                .getResultList();
    }
}
