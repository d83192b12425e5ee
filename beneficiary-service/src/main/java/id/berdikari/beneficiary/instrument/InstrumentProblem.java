package id.berdikari.beneficiary.instrument;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum InstrumentProblem implements ProblemType {
    INSTRUMENT_CODE_TAKEN(409),
    INSTRUMENT_PUBLISHED(409),
    INSTRUMENT_NOT_PUBLISHED(409),
    INSTRUMENT_DRAFT_EXISTS(409);

    private final int status;

    InstrumentProblem(int status) {
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
                    "survey_instrument_number_once", INSTRUMENT_CODE_TAKEN,
                    "survey_instrument_one_draft", INSTRUMENT_DRAFT_EXISTS);
        }
    }
}
