package id.berdikari.kit.probe;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

enum NoteProblem implements ProblemType {
    TEXT_TAKEN(409),
    POISON(409);

    private final int status;

    NoteProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    @ApplicationScoped
    static class Constraints implements ConstraintProblems {
        @Override
        public Map<String, ProblemType> byConstraint() {
            return Map.of("note_text_unique", TEXT_TAKEN);
        }
    }
}
