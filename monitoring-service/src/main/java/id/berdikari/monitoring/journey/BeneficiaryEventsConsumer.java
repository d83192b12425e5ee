package id.berdikari.monitoring.journey;

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
import id.berdikari.monitoring.beneficiary.BeneficiaryRegister;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

@ApplicationScoped
class BeneficiaryEventsConsumer implements EventConsumer<BeneficiaryEvent> {

    private final Inbox inbox;
    private final BeneficiaryRegister beneficiaries;
    private final JourneyBook journeys;

    BeneficiaryEventsConsumer(Inbox inbox, BeneficiaryRegister beneficiaries, JourneyBook journeys) {
        this.inbox = inbox;
        this.beneficiaries = beneficiaries;
        this.journeys = journeys;
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
        var trail = Trail.ofCase(event.caseId());
        switch (event) {
            case BeneficiaryNominated it ->
                journeys.told(JourneyStep.NOMINATED, trail, it.nominatedOn(), null, envelope);
            case BeneficiaryPreSurveyed it ->
                journeys.told(JourneyStep.PRE_SURVEYED, trail, it.preSurveyedOn(), null, envelope);
            case BeneficiarySurveyed it -> journeys.told(JourneyStep.SURVEYED, trail, it.surveyedOn(), null, envelope);
            case BeneficiaryApproved it -> {
                beneficiaries.approve(it, envelope.sequence());
                journeys.told(JourneyStep.APPROVED, trail, it.decidedOn(), null, envelope);
            }
            case BeneficiaryWaitlisted it ->
                journeys.told(JourneyStep.WAITLISTED, trail, it.decidedOn(), null, envelope);
            case BeneficiaryRejected it -> journeys.told(JourneyStep.REJECTED, trail, it.decidedOn(), null, envelope);
            case BeneficiaryExited it -> journeys.told(JourneyStep.EXITED, trail, it.exitedOn(), null, envelope);
            case ConsentGranted _ -> journeys.told(JourneyStep.CONSENT_GRANTED, trail, envelope);
            case ConsentWithdrawn _ -> journeys.told(JourneyStep.CONSENT_WITHDRAWN, trail, envelope);
        }
    }
}
