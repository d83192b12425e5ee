package id.berdikari.program.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Books deliveries on their programme, whose row is locked until the transaction ends. */
@ApplicationScoped
public class Fulfilment {

    /** The programme as a delivery sees it. */
    public record Fulfilled(UUID programId, UUID beneficiaryId, String districtCode, String status) {
        static Fulfilled of(Program program) {
            return new Fulfilled(
                    program.id(),
                    program.beneficiaryId(),
                    program.districtCode(),
                    program.status().name());
        }
    }

    private final Programs programs;
    private final Caller caller;
    private final LocalDates dates;

    Fulfilment(Programs programs, Caller caller, LocalDates dates) {
        this.programs = programs;
        this.caller = caller;
        this.dates = dates;
    }

    /**
     * Books a hand-over. The step in the field that precedes it is the meeting that approved the need: planning and money
     * have the dates of the system, which may be later than the field's where work is recorded afterwards.
     */
    @Transactional(MANDATORY)
    public Fulfilled deliver(UUID programId, LocalDate deliveredOn, Money cost) {
        var program = reachable(programId);
        dates.past("/deliveredOn", deliveredOn, program.approvedOn());
        program.deliver(cost);
        return Fulfilled.of(program);
    }

    /** Locks the programme of a delivery, before the delivery itself is read. */
    @Transactional(MANDATORY)
    public void lock(UUID programId) {
        reachable(programId);
    }

    /** Books an acknowledgement; with the last one the programme is acknowledged as a whole. */
    @Transactional(MANDATORY)
    public Fulfilled acknowledge(UUID programId) {
        var program = reachable(programId);
        program.acknowledgeDelivery();
        return Fulfilled.of(program);
    }

    private Program reachable(UUID programId) {
        var program = programs.locked(programId);
        caller.reach(program.districtCode());
        return program;
    }
}
