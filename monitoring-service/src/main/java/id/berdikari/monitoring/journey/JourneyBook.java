package id.berdikari.monitoring.journey;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent.FundsMobilised;
import id.berdikari.kit.event.EventEnvelope;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what happened: what others told, and what this service did itself in the same transaction. */
@ApplicationScoped
public class JourneyBook {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    private final JourneyItems items;
    private final Clock clock;

    JourneyBook(JourneyItems items, Clock clock) {
        this.items = items;
        this.clock = clock;
    }

    /** Writes down a deed of this service, known by the id of what came of it. */
    @Transactional(MANDATORY)
    public void did(JourneyStep step, UUID resultId, UUID beneficiaryId, LocalDate on) {
        var eventId = "/monitoring-service#" + step.code() + "/" + resultId;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        items.put(
                new JourneyItem(eventId, step.code(), step.service(), on, now, null),
                Trail.ofBeneficiary(beneficiaryId));
    }

    @Transactional(MANDATORY)
    void told(JourneyStep step, Trail trail, LocalDate on, @Nullable EventMoney amount, EventEnvelope envelope) {
        items.put(
                new JourneyItem(
                        envelope.identity(),
                        step.code(),
                        step.service(),
                        on,
                        envelope.time(),
                        amount == null ? null : amount.toDecimal()),
                trail);
    }

    /** For facts that carry no date of their own: the day on which they were recorded. */
    @Transactional(MANDATORY)
    void told(JourneyStep step, Trail trail, EventEnvelope envelope) {
        told(step, trail, LocalDate.ofInstant(envelope.time(), JAKARTA), null, envelope);
    }

    @Transactional(MANDATORY)
    void mobilised(FundsMobilised mobilised, EventEnvelope envelope) {
        items.putLots(envelope.identity(), mobilised.beneficiaryId(), mobilised.lots());
        told(
                JourneyStep.MOBILISED,
                Trail.ofBeneficiary(mobilised.beneficiaryId()),
                mobilised.mobilisedOn(),
                mobilised.amount(),
                envelope);
    }
}
