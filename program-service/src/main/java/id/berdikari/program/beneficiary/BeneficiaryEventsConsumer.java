package id.berdikari.program.beneficiary;

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
import id.berdikari.event.ConsentPurpose;
import id.berdikari.kit.event.EventEnvelope;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class BeneficiaryEventsConsumer implements EventConsumer<BeneficiaryEvent> {

    private final Inbox inbox;
    private final Beneficiaries beneficiaries;

    BeneficiaryEventsConsumer(Inbox inbox, Beneficiaries beneficiaries) {
        this.inbox = inbox;
        this.beneficiaries = beneficiaries;
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
            case BeneficiaryApproved approved ->
                beneficiaries.ofCase(approved.caseId()).approve(approved, envelope.sequence());
            case BeneficiaryExited exited ->
                beneficiaries.ofCase(exited.caseId()).exit(exited.beneficiaryId(), exited.exitedOn());
            case ConsentGranted granted ->
                consent(granted.caseId(), granted.beneficiaryId(), granted.purpose(), true, envelope);
            case ConsentWithdrawn withdrawn ->
                consent(withdrawn.caseId(), withdrawn.beneficiaryId(), withdrawn.purpose(), false, envelope);
            case BeneficiaryNominated _, BeneficiaryPreSurveyed _, BeneficiarySurveyed _ -> {}
            case BeneficiaryWaitlisted _, BeneficiaryRejected _ -> {}
        }
    }

    private void consent(
            UUID caseId, UUID beneficiaryId, ConsentPurpose purpose, boolean given, EventEnvelope envelope) {
        if (purpose == ConsentPurpose.ASSISTANCE) {
            beneficiaries.ofCase(caseId).consent(beneficiaryId, given, envelope.sequence());
        }
    }
}
