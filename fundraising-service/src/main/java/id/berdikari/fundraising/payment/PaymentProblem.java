package id.berdikari.fundraising.payment;

import id.berdikari.kit.problem.ProblemType;

enum PaymentProblem implements ProblemType {
    SIGNATURE_INVALID(403),
    ORDER_UNKNOWN(404),
    PAID_AMOUNT_DIFFERS(422);

    private final int status;

    PaymentProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
