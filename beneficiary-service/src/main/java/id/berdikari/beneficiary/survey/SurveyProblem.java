package id.berdikari.beneficiary.survey;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum SurveyProblem implements ProblemType {
    SURVEY_DIFFERS(409),
    SURVEY_RECORDED_MEANWHILE(409);

    private final int status;

    SurveyProblem(int status) {
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
            return Map.of("survey_submission_key_once", SURVEY_RECORDED_MEANWHILE);
        }
    }
}
