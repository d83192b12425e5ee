package id.berdikari.beneficiary.expression;

import id.berdikari.kit.problem.ProblemType;

enum ExpressionProblem implements ProblemType {
    EXPRESSION_TOO_COSTLY(422);

    private final int status;

    ExpressionProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
