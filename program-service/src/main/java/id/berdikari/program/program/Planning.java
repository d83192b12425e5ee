package id.berdikari.program.program;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.outbox.Outbox;
import id.berdikari.kit.precondition.Versions;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.time.LocalDates;
import id.berdikari.program.beneficiary.ApprovedBeneficiary;
import id.berdikari.program.beneficiary.BeneficiaryRegister;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a programme officer does with a programme as a whole. The person is always locked before the programme. */
@ApplicationScoped
class Planning {

    private final Programs programs;
    private final BeneficiaryRegister beneficiaries;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Caller caller;
    private final LocalDates dates;

    Planning(
            Programs programs,
            BeneficiaryRegister beneficiaries,
            Outbox outbox,
            AuditLog audit,
            Caller caller,
            LocalDates dates) {
        this.programs = programs;
        this.beneficiaries = beneficiaries;
        this.outbox = outbox;
        this.audit = audit;
        this.caller = caller;
        this.dates = dates;
    }

    @Transactional
    Program plan(UUID beneficiaryId, ProgramType type, String title, List<BudgetLine> plan) {
        var beneficiary = beneficiaries.lock(beneficiaryId);
        beneficiary.requireHelpMayBegin(caller.subject());
        var program = new Program(beneficiary, type, title, caller.subject(), dates.today());
        var proposed = program.propose(plan, policy(beneficiary, program));
        programs.persist(program);
        outbox.append(proposed);
        audit.record("plan-program", "program", program.id(), null);
        return program;
    }

    @Transactional
    Program changeBudget(UUID id, @Nullable String ifMatch, List<BudgetLine> plan) {
        var beneficiary = beneficiaryOf(id);
        var program = programs.locked(id);
        Versions.require(ifMatch, program.version());
        beneficiary.requireHelpMayBegin(caller.subject());
        program.changeBudget(plan, policy(beneficiary, program));
        audit.record("change-budget", "program", id, null);
        return program;
    }

    @Transactional
    Program requestFunding(UUID id) {
        var beneficiary = beneficiaryOf(id);
        var program = programs.locked(id);
        beneficiary.requireHelpMayBegin(caller.subject());
        outbox.append(program.requestFunding(dates.today()));
        audit.record("request-funding", "program", id, null);
        return program;
    }

    @Transactional
    Program complete(UUID id) {
        var program = reachable(id);
        outbox.append(program.complete(dates.today()));
        audit.record("complete-program", "program", id, null);
        return program;
    }

    @Transactional
    Program cancel(UUID id, String reason) {
        var program = reachable(id);
        program.cancel(reason, dates.today()).ifPresent(outbox::append);
        audit.record("cancel-program", "program", id, reason);
        return program;
    }

    private Program reachable(UUID id) {
        var program = programs.locked(id);
        caller.reach(program.districtCode());
        return program;
    }

    private ApprovedBeneficiary beneficiaryOf(UUID programId) {
        return beneficiaries.lock(programs.beneficiaryOf(programId));
    }

    private BudgetPolicy policy(ApprovedBeneficiary beneficiary, Program program) {
        var type = program.programType();
        return new BudgetPolicy(
                beneficiary.need(type).amount(), programs.committed(beneficiary.id(), type, program.id()));
    }
}
