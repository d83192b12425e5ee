package id.berdikari.monitoring.program;

import id.berdikari.kit.problem.ProblemType;

enum ProgramProblem implements ProblemType {
    PROGRAM_NOT_KNOWN_YET,
    DELIVERY_NOT_KNOWN_YET;

    @Override
    public int status() {
        return 409;
    }
}
