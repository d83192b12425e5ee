package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum CriteriaProblem implements ProblemType {
    DRAFT_EXISTS(409),
    CRITERIA_PUBLISHED(409),
    CRITERIA_RETIRED(409),
    CRITERIA_NOT_PUBLISHED(409),
    RUN_NOT_DONE(409);

    private final int status;

    CriteriaProblem(int status) {
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
            return Map.of("criteria_set_one_draft", DRAFT_EXISTS, "criteria_set_edition_once", DRAFT_EXISTS);
        }
    }
}
