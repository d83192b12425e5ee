package id.berdikari.program.beneficiary;

import id.berdikari.kit.problem.ProblemType;

enum BeneficiaryProblem implements ProblemType {
    BENEFICIARY_NOT_KNOWN_YET,
    BENEFICIARY_EXITED,
    ASSISTANCE_NOT_CONSENTED,
    NEED_NOT_APPROVED;

    @Override
    public int status() {
        return 409;
    }
}
