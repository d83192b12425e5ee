package id.berdikari.kit.problem;

import java.util.List;

/** A refusal of several fields' values at once, answered like {@link FieldProblem} with one entry of {@code errors} each. */
public final class FieldProblems extends RuntimeException {

    private final transient List<FieldProblem> problems;

    /**
     * Refuses several values.
     *
     * @param problems one for each, at least one
     */
    public FieldProblems(List<FieldProblem> problems) {
        super(problems.getFirst().getMessage());
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return in the order in which it was found, at least one
     */
    public List<FieldProblem> problems() {
        return problems;
    }
}
