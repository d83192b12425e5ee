package id.berdikari.monitoring.beneficiary;

import id.berdikari.kit.problem.ProblemType;

enum BeneficiaryProblem implements ProblemType {
    BENEFICIARY_NOT_KNOWN_YET;

    @Override
    public int status() {
        return 409;
    }
}
