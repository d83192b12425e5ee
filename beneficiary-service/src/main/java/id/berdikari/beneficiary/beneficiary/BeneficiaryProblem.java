package id.berdikari.beneficiary.beneficiary;

import id.berdikari.kit.problem.ProblemType;

enum BeneficiaryProblem implements ProblemType {
    ALREADY_EXITED(409);

    private final int status;

    BeneficiaryProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
