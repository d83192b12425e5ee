package id.berdikari.program.beneficiary;

import id.berdikari.event.ProgramType;
import id.berdikari.kit.money.Money;
import id.berdikari.kit.security.FourEyes;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A person whom a meeting approved, with what may be done for them and by whom. */
public record ApprovedBeneficiary(
        UUID id,
        String districtCode,
        LocalDate decidedOn,
        List<String> deciders,
        Map<ProgramType, Money> needs,
        boolean assistanceConsent,
        boolean exited) {

    /** Refuses new help once the person left or no longer wants it, and a planner who decided the case. */
    public void requireHelpMayBegin(String planner) {
        if (exited) {
            throw BeneficiaryProblem.BENEFICIARY_EXITED.refused();
        }
        if (!assistanceConsent) {
            throw BeneficiaryProblem.ASSISTANCE_NOT_CONSENTED.refused();
        }
        FourEyes.require(planner, deciders);
    }

    /** The most that may be spent on a kind of help, all programmes together. */
    public Money need(ProgramType type) {
        var approved = needs.get(type);
        if (approved == null) {
            throw BeneficiaryProblem.NEED_NOT_APPROVED.refused();
        }
        return approved;
    }
}
