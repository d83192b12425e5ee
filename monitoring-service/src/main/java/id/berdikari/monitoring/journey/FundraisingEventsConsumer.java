package id.berdikari.monitoring.journey;

import id.berdikari.event.FundraisingEvent;
import id.berdikari.event.FundraisingEvent.CampaignClosed;
import id.berdikari.event.FundraisingEvent.CampaignPublished;
import id.berdikari.event.FundraisingEvent.ClosingCause;
import id.berdikari.event.FundraisingEvent.DonationReceived;
import id.berdikari.event.FundraisingEvent.DonationRefunded;
import id.berdikari.event.FundraisingEvent.FundingDeclined;
import id.berdikari.event.FundraisingEvent.FundsMobilised;
import id.berdikari.event.FundraisingEvent.FundsReturned;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class FundraisingEventsConsumer implements EventConsumer<FundraisingEvent> {

    private final Inbox inbox;
    private final JourneyBook journeys;

    FundraisingEventsConsumer(Inbox inbox, JourneyBook journeys) {
        this.inbox = inbox;
        this.journeys = journeys;
    }

    @Incoming("fundraising-events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        inbox.once(batch, this);
    }

    @Override
    public String topic() {
        return "fundraising-events";
    }

    @Override
    public Class<FundraisingEvent> family() {
        return FundraisingEvent.class;
    }

    @Override
    public void handle(FundraisingEvent event, EventEnvelope envelope) {
        switch (event) {
            case CampaignPublished it ->
                journeys.told(
                        JourneyStep.PUBLISHED,
                        Trail.ofCampaign(it.campaignId(), it.beneficiaryId()),
                        it.publishedOn(),
                        null,
                        envelope);
            case CampaignClosed it ->
                journeys.told(
                        it.cause() == ClosingCause.WITHDRAWN ? JourneyStep.WITHDRAWN : JourneyStep.CLOSED,
                        Trail.ofCampaign(it.campaignId(), it.beneficiaryId()),
                        it.closedOn(),
                        null,
                        envelope);
            case DonationReceived it ->
                journeys.told(
                        JourneyStep.DONATED,
                        Trail.ofDonation(it.donationId(), it.beneficiaryId()),
                        it.receivedOn(),
                        it.amount(),
                        envelope);
            case DonationRefunded it ->
                journeys.told(
                        JourneyStep.REFUNDED,
                        Trail.ofDonation(it.donationId(), it.beneficiaryId()),
                        it.refundedOn(),
                        it.amount(),
                        envelope);
            case FundsMobilised it -> journeys.mobilised(it, envelope);
            case FundingDeclined it ->
                journeys.told(
                        JourneyStep.DECLINED, Trail.ofBeneficiary(it.beneficiaryId()), it.declinedOn(), null, envelope);
            case FundsReturned it ->
                journeys.told(
                        JourneyStep.RETURNED,
                        Trail.ofBeneficiary(it.beneficiaryId()),
                        it.returnedOn(),
                        it.amount(),
                        envelope);
        }
    }
}
