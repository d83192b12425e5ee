package id.berdikari.kit.problem;

import java.util.Map;

/** A feature's bean that says which refusal the violation of a database constraint means. */
public interface ConstraintProblems {

    /**
     * The refusals by constraint.
     *
     * @return the problem type for each constraint's name in the database
     */
    Map<String, ProblemType> byConstraint();
}
