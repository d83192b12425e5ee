package id.berdikari.fundraising.beneficiary;

import id.berdikari.event.BeneficiaryEvent;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryExited;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryNominated;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryPreSurveyed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryRejected;
import id.berdikari.event.BeneficiaryEvent.BeneficiarySurveyed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryWaitlisted;
import id.berdikari.event.BeneficiaryEvent.ConsentGranted;
import id.berdikari.event.BeneficiaryEvent.ConsentWithdrawn;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class BeneficiaryEventsConsumer implements EventConsumer<BeneficiaryEvent> {

    private final Inbox inbox;
    private final BeneficiaryCopy copy;

    BeneficiaryEventsConsumer(Inbox inbox, BeneficiaryCopy copy) {
        this.inbox = inbox;
        this.copy = copy;
    }

    @Incoming("beneficiary-events")
    @Blocking
    void on(ConsumerRecords<String, byte[]> batch) {
        inbox.once(batch, this);
    }

    @Override
    public String topic() {
        return "beneficiary-events";
    }

    @Override
    public Class<BeneficiaryEvent> family() {
        return BeneficiaryEvent.class;
    }

    @Override
    public void handle(BeneficiaryEvent event, EventEnvelope envelope) {
        switch (event) {
            case BeneficiaryApproved approved -> copy.approved(approved, envelope.sequence());
            case ConsentGranted granted ->
                copy.consented(granted.beneficiaryId(), granted.caseId(), granted.purpose(), true, envelope.sequence());
            case ConsentWithdrawn withdrawn ->
                copy.consented(
                        withdrawn.beneficiaryId(), withdrawn.caseId(), withdrawn.purpose(), false, envelope.sequence());
            case BeneficiaryExited exited -> copy.exited(exited.beneficiaryId(), exited.caseId());
            case BeneficiaryNominated _,
                    BeneficiaryPreSurveyed _,
                    BeneficiarySurveyed _,
                    BeneficiaryWaitlisted _,
                    BeneficiaryRejected _ -> {
                // Nothing of a case concerns money before its approval.
            }
        }
    }
}
