package id.berdikari.beneficiary.duplicate;

import id.berdikari.kit.problem.ProblemType;

enum DuplicateProblem implements ProblemType {
    DUPLICATE_ALREADY_RESOLVED(409),
    DUPLICATE_NOT_RESOLVED(409);

    private final int status;

    DuplicateProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
