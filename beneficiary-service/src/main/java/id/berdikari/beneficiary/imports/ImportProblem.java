package id.berdikari.beneficiary.imports;

import id.berdikari.kit.problem.ProblemType;

enum ImportProblem implements ProblemType {
    IMPORT_TOO_LARGE(413),
    ALREADY_RECEIVED(409),
    PARTS_MISSING(409),
    NOT_STARTABLE(409),
    ALREADY_ENDED(409);

    private final int status;

    ImportProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
