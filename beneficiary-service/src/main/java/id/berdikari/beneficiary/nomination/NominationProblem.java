package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.problem.ProblemType;

enum NominationProblem implements ProblemType {
    ALREADY_PRE_SURVEYED(409),
    NOT_PRE_SURVEYED_YET(409),
    ALREADY_SURVEYED(409),
    NOT_SURVEYED_YET(409),
    ASSISTANCE_NOT_CONSENTED(409),
    DECIDER_TOOK_PART(409),
    DECISION_PENDING(409),
    NO_DECISION_PENDING(409),
    NOT_A_LISTED_DECIDER(409),
    NOT_THE_PROPOSER(409),
    ALREADY_DECIDED(409),
    ALREADY_IDENTIFIED(409),
    NOT_IDENTIFIED(409),
    NIK_OF_ANOTHER_PERSON(409),
    CASE_ERASED(409),
    NO_NATIONAL_ID(404),
    ORGANISATION_MISSING(403);

    private final int status;

    NominationProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
