package id.berdikari.program.program;

import id.berdikari.kit.problem.ProblemType;

enum ProgramProblem implements ProblemType {
    BUDGET_ABOVE_NEED,
    BUDGET_IS_FIXED,
    FUNDING_ALREADY_REQUESTED,
    PROGRAM_NOT_FUNDED,
    DELIVERY_ABOVE_MOBILISED_MONEY,
    DELIVERIES_NOT_ACKNOWLEDGED,
    PROGRAM_NOT_CANCELLABLE;

    @Override
    public int status() {
        return 409;
    }
}
