package id.berdikari.monitoring.journey;

import id.berdikari.event.EventMoney;
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
import id.berdikari.monitoring.program.ProgramRegister;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class ProgramEventsConsumer implements EventConsumer<ProgramEvent> {

    private final Inbox inbox;
    private final ProgramRegister programs;
    private final JourneyBook journeys;

    ProgramEventsConsumer(Inbox inbox, ProgramRegister programs, JourneyBook journeys) {
        this.inbox = inbox;
        this.programs = programs;
        this.journeys = journeys;
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
            case ProgramProposed it -> programs.heardOf(it.programId(), it.beneficiaryId());
            case FundingRequested it -> {
                programs.heardOf(it.programId(), it.beneficiaryId());
                told(JourneyStep.REQUESTED, it.beneficiaryId(), it.requestedOn(), it.amount(), envelope);
            }
            case FundingCancelled it ->
                told(JourneyStep.CANCELLED, it.beneficiaryId(), it.cancelledOn(), null, envelope);
            case DeliveryCompleted it -> {
                programs.delivered(it.programId(), it.beneficiaryId(), it.deliveredOn());
                told(JourneyStep.DELIVERED, it.beneficiaryId(), it.deliveredOn(), it.actualCost(), envelope);
            }
            case DeliveryAcknowledged it ->
                told(JourneyStep.ACKNOWLEDGED, it.beneficiaryId(), it.acknowledgedOn(), null, envelope);
            case ProgramCompleted it ->
                told(JourneyStep.COMPLETED, it.beneficiaryId(), it.completedOn(), it.spent(), envelope);
        }
    }

    private void told(
            JourneyStep step, UUID beneficiaryId, LocalDate on, @Nullable EventMoney amount, EventEnvelope envelope) {
        journeys.told(step, Trail.ofBeneficiary(beneficiaryId), on, amount, envelope);
    }
}
