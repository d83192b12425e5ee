package id.berdikari.program.program;

import id.berdikari.event.FundraisingEvent;
import id.berdikari.event.FundraisingEvent.CampaignClosed;
import id.berdikari.event.FundraisingEvent.CampaignPublished;
import id.berdikari.event.FundraisingEvent.DonationReceived;
import id.berdikari.event.FundraisingEvent.DonationRefunded;
import id.berdikari.event.FundraisingEvent.FundingDeclined;
import id.berdikari.event.FundraisingEvent.FundsMobilised;
import id.berdikari.event.FundraisingEvent.FundsReturned;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import id.berdikari.kit.money.Money;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class FundraisingEventsConsumer implements EventConsumer<FundraisingEvent> {

    private final Inbox inbox;
    private final Funding funding;

    FundraisingEventsConsumer(Inbox inbox, Funding funding) {
        this.inbox = inbox;
        this.funding = funding;
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
            case FundsMobilised mobilised ->
                funding.mobilised(
                        mobilised.programId(), new Money(mobilised.amount().toDecimal()), mobilised.mobilisedOn());
            case FundingDeclined declined -> funding.declined(declined.programId(), declined.declinedOn());
            case FundsReturned returned ->
                funding.returned(
                        returned.programId(), new Money(returned.amount().toDecimal()), envelope.sequence());
            case CampaignPublished _, CampaignClosed _ -> {}
            case DonationReceived _, DonationRefunded _ -> {}
        }
    }
}
