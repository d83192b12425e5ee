package id.berdikari.fundraising.permit;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum PermitProblem implements ProblemType {
    PERMIT_NUMBER_TAKEN(409);

    private final int status;

    PermitProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @Singleton
    static class Constraints implements ConstraintProblems {
        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("permit_number_unique", PERMIT_NUMBER_TAKEN);
        }
    }
}
