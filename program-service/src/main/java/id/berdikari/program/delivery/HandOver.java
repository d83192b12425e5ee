package id.berdikari.program.delivery;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import id.berdikari.program.program.Fulfilment;
import id.berdikari.program.program.Fulfilment.Fulfilled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Handing over and acknowledging. The programme is always locked before the delivery. */
@ApplicationScoped
class HandOver {

    /** A delivery with the programme as it stands after it. */
    record Booked(Delivery delivery, Fulfilled program) {}

    private final Deliveries deliveries;
    private final Fulfilment fulfilment;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final LocalDates dates;

    HandOver(
            Deliveries deliveries,
            Fulfilment fulfilment,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            LocalDates dates) {
        this.deliveries = deliveries;
        this.fulfilment = fulfilment;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.dates = dates;
    }

    @Transactional
    Booked deliver(
            UUID programId,
            LocalDate deliveredOn,
            List<DeliveredItem> items,
            Money actualCost,
            List<Receipt> receipts,
            Proof proof) {
        if (!Receipt.prove(actualCost, receipts)) {
            throw FieldProblem.at("/actualCost", "receipts-do-not-add-up");
        }
        var program = fulfilment.deliver(programId, deliveredOn, actualCost);
        var delivery = new Delivery(program, caller.subject(), deliveredOn, items, actualCost, receipts, proof);
        deliveries.persist(delivery);
        outbox.append(delivery.completed());
        audit.record("deliver", "delivery", delivery.id(), null);
        return new Booked(delivery, program);
    }

    @Transactional
    Delivery acknowledge(UUID id, LocalDate on, String by, String witness) {
        var programId = deliveries.programOf(id);
        fulfilment.lock(programId);
        var delivery = deliveries.locked(id);
        dates.past("/acknowledgedOn", on, delivery.deliveredOn());
        outbox.append(delivery.acknowledge(on, by, witness, caller.subject()));
        fulfilment.acknowledge(programId);
        audit.record("acknowledge-delivery", "delivery", id, null);
        return delivery;
    }
}
