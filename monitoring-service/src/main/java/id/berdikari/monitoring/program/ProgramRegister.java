package id.berdikari.monitoring.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import id.berdikari.kit.problem.FieldProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** Where monitoring looks a programme up. */
@ApplicationScoped
public class ProgramRegister {

    private final Programs programs;

    ProgramRegister(Programs programs) {
        this.programs = programs;
    }

    @Transactional(MANDATORY)
    public void heardOf(UUID programId, UUID beneficiaryId) {
        programs.put(programId, beneficiaryId, null);
    }

    @Transactional(MANDATORY)
    public void delivered(UUID programId, UUID beneficiaryId, LocalDate on) {
        programs.put(programId, beneficiaryId, on);
    }

    /**
     * Holds a person's programme until the transaction ends, so that its first visit is the first only once.
     *
     * @return the date of its first hand-over
     */
    @Transactional(MANDATORY)
    public LocalDate lockHandedOver(UUID programId, UUID beneficiaryId) {
        var program = programs.locked(programId).orElseThrow(ProgramProblem.PROGRAM_NOT_KNOWN_YET::refused);
        if (!program.beneficiaryId().equals(beneficiaryId)) {
            throw FieldProblem.at("/programId", "program-of-somebody-else");
        }
        var deliveredOn = program.deliveredOn();
        if (deliveredOn == null) {
            throw ProgramProblem.DELIVERY_NOT_KNOWN_YET.refused();
        }
        return deliveredOn;
    }
}
