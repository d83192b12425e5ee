package id.berdikari.program.beneficiary;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Where planning looks a person up. */
@ApplicationScoped
public class BeneficiaryRegister {

    private final Beneficiaries beneficiaries;
    private final Caller caller;

    BeneficiaryRegister(Beneficiaries beneficiaries, Caller caller) {
        this.beneficiaries = beneficiaries;
        this.caller = caller;
    }

    /** Holds the person's row until the transaction ends, so that two plans cannot both take the same need. */
    @Transactional(MANDATORY)
    public ApprovedBeneficiary lock(UUID beneficiaryId) {
        var approved = beneficiaries
                .locked(beneficiaryId)
                .flatMap(Beneficiary::approved)
                .orElseThrow(BeneficiaryProblem.BENEFICIARY_NOT_KNOWN_YET::refused);
        caller.reach(approved.districtCode());
        return approved;
    }
}
