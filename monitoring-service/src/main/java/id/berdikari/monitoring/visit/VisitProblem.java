package id.berdikari.monitoring.visit;

import id.berdikari.kit.problem.ProblemType;

enum VisitProblem implements ProblemType {
    FINDING_ALREADY_RESOLVED;

    @Override
    public int status() {
        return 409;
    }
}
