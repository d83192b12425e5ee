package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum MeasurementProblem implements ProblemType {
    POVERTY_LINE_EXISTS(409),
    POVERTY_LINE_SUPERSEDED(409),
    DIMENSION_SET_DRAFT_EXISTS(409),
    DIMENSION_SET_PUBLISHED(409),
    DIMENSION_SET_NOT_PUBLISHED(409),
    MEASURING_ALREADY(409);

    private final int status;

    MeasurementProblem(int status) {
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
            return Map.of(
                    "poverty_line_once", POVERTY_LINE_EXISTS,
                    "dimension_set_number_once", DIMENSION_SET_DRAFT_EXISTS,
                    "dimension_set_one_draft", DIMENSION_SET_DRAFT_EXISTS,
                    "measuring_run_one_of_a_set", MEASURING_ALREADY);
        }
    }
}
