package id.berdikari.program.program;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;

/** What the fundraising service's answers do to a programme. An answer that no longer fits changes nothing. */
@ApplicationScoped
class Funding {

    private final Programs programs;
    private final AuditLog audit;

    Funding(Programs programs, AuditLog audit) {
        this.programs = programs;
        this.audit = audit;
    }

    @Transactional(MANDATORY)
    void mobilised(UUID programId, Money amount, LocalDate on) {
        programs.lockedIfKnown(programId)
                .filter(program -> program.fund(amount, on))
                .ifPresent(program -> audit.record("fund-program", "program", programId, null));
    }

    @Transactional(MANDATORY)
    void declined(UUID programId, LocalDate on) {
        programs.lockedIfKnown(programId)
                .filter(program -> program.decline(on))
                .ifPresent(program -> audit.record("decline-program", "program", programId, null));
    }

    @Transactional(MANDATORY)
    void returned(UUID programId, Money amount, long sequence) {
        programs.lockedIfKnown(programId)
                .filter(program -> program.takeBack(amount, sequence))
                .ifPresent(program -> audit.record("return-funds", "program", programId, null));
    }
}
