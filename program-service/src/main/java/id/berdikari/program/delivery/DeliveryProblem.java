package id.berdikari.program.delivery;

import id.berdikari.kit.problem.ProblemType;

enum DeliveryProblem implements ProblemType {
    DELIVERY_ALREADY_ACKNOWLEDGED;

    @Override
    public int status() {
        return 409;
    }
}
