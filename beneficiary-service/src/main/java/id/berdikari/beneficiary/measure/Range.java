package id.berdikari.beneficiary.measure;

import id.berdikari.kit.problem.FieldProblem;

/** What a given number may be. */
public enum Range {
    NOT_NEGATIVE("positive-or-zero"),
    POSITIVE("positive"),
    ABOVE_ZERO_UP_TO_ONE("above-zero-up-to-one");

    private final String rule;

    Range(String rule) {
        this.rule = rule;
    }

    Fraction require(String pointer, Fraction number) {
        if (!holds(number)) {
            throw FieldProblem.at(pointer, rule);
        }
        return number;
    }

    private boolean holds(Fraction number) {
        return switch (this) {
            case NOT_NEGATIVE -> number.signum() >= 0;
            case POSITIVE -> number.signum() > 0;
            case ABOVE_ZERO_UP_TO_ONE -> number.signum() > 0 && number.compareTo(Fraction.ONE) <= 0;
        };
    }
}
