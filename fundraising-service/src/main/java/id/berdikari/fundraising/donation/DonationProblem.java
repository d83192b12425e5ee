package id.berdikari.fundraising.donation;

import id.berdikari.kit.problem.ConstraintProblems;
import id.berdikari.kit.problem.ProblemType;
import jakarta.inject.Singleton;
import java.util.Map;

enum DonationProblem implements ProblemType {
    DONATION_NOT_PAID(409),
    NOTHING_HELD(409),
    REFUND_ALREADY_PROPOSED(409),
    NO_REFUND_PROPOSED(409);

    private final int status;

    DonationProblem(int status) {
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
            return Map.of("refund_proposed_once", REFUND_ALREADY_PROPOSED);
        }
    }
}
