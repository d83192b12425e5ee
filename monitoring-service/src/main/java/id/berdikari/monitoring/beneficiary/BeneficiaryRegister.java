package id.berdikari.monitoring.beneficiary;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;

/** Where monitoring looks a person up, within the caller's areas. */
@ApplicationScoped
public class BeneficiaryRegister {

    private final Beneficiaries beneficiaries;
    private final Caller caller;

    BeneficiaryRegister(Beneficiaries beneficiaries, Caller caller) {
        this.beneficiaries = beneficiaries;
        this.caller = caller;
    }

    @Transactional(MANDATORY)
    public void approve(BeneficiaryApproved approved, long sequence) {
        beneficiaries.put(
                new KnownBeneficiary(approved.beneficiaryId(), approved.caseId(), approved.districtCode()), sequence);
    }

    /** For somebody who reads: an unknown person is not there. */
    public KnownBeneficiary get(UUID id) {
        var known = beneficiaries.find(id).orElseThrow(KitProblem.NOT_FOUND::refused);
        caller.reach(known.districtCode());
        return known;
    }

    /** For somebody who writes about a person they met: news of the approval may still be under way. */
    public KnownBeneficiary awaited(UUID id) {
        var known = beneficiaries.find(id).orElseThrow(BeneficiaryProblem.BENEFICIARY_NOT_KNOWN_YET::refused);
        caller.reach(known.districtCode());
        return known;
    }
}
