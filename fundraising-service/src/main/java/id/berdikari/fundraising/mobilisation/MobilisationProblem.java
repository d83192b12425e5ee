package id.berdikari.fundraising.mobilisation;

import id.berdikari.kit.problem.ProblemType;

/** Why an event of a programme cannot be booked; it is parked with this as its cause. */
enum MobilisationProblem implements ProblemType {
    PROGRAM_NOT_FUNDED(409),
    COST_ABOVE_RESERVED(409),
    FUNDING_NOT_WAITING(409);

    private final int status;

    MobilisationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
