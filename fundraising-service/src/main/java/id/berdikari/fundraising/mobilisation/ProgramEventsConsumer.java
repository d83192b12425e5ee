package id.berdikari.fundraising.mobilisation;

import id.berdikari.event.ProgramEvent;
import id.berdikari.event.ProgramEvent.DeliveryAcknowledged;
import id.berdikari.event.ProgramEvent.DeliveryCompleted;
import id.berdikari.event.ProgramEvent.FundingCancelled;
import id.berdikari.event.ProgramEvent.FundingRequested;
import id.berdikari.event.ProgramEvent.ProgramCompleted;
import id.berdikari.event.ProgramEvent.ProgramProposed;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class ProgramEventsConsumer implements EventConsumer<ProgramEvent> {

    private final Inbox inbox;
    private final Mobilisation mobilisation;

    ProgramEventsConsumer(Inbox inbox, Mobilisation mobilisation) {
        this.inbox = inbox;
        this.mobilisation = mobilisation;
    }

    @Incoming("program-events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        inbox.once(batch, this);
    }

    @Override
    public String topic() {
        return "program-events";
    }

    @Override
    public Class<ProgramEvent> family() {
        return ProgramEvent.class;
    }

    @Override
    public void handle(ProgramEvent event, EventEnvelope envelope) {
        switch (event) {
            case FundingRequested requested -> mobilisation.request(requested);
            case FundingCancelled cancelled -> mobilisation.cancel(cancelled);
            case DeliveryCompleted delivered -> mobilisation.settle(delivered);
            case ProgramCompleted completed -> mobilisation.complete(completed);
            case ProgramProposed _, DeliveryAcknowledged _ -> {
                // A plan asks for nothing yet, and an acknowledgement moves no money.
            }
        }
    }
}
