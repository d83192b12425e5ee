package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;

/**
 * Sums over households of one size that are held against one line.
 *
 * @param line rupiah per head and month
 * @param gaps what the poor households lack to the line in a month, times their people
 * @param squaredGaps its square, times their people
 */
record LineSum(
        String part,
        BigDecimal line,
        int size,
        int households,
        int poorHouseholds,
        int persons,
        int poorPersons,
        BigDecimal gaps,
        BigDecimal squaredGaps) {

    Group group() {
        var poor = new Count(poorHouseholds, poorPersons);
        return new Group(part, poor, new Count(households, persons).minus(poor));
    }

    /** The sum over poor people of (z - x) / z, with x the household's expenditure by its size. */
    Fraction normalisedGaps() {
        return divided(gaps, lineOfAll());
    }

    /** The sum over poor people of ((z - x) / z)^2. */
    Fraction normalisedSquaredGaps() {
        return divided(squaredGaps, lineOfAll().multiply(lineOfAll()));
    }

    private BigDecimal lineOfAll() {
        return line.multiply(BigDecimal.valueOf(size));
    }

    private static Fraction divided(BigDecimal sum, BigDecimal whole) {
        var above = Fraction.of(sum);
        var below = Fraction.of(whole);
        BigInteger numerator = above.numerator().multiply(below.denominator());
        return new Fraction(numerator, above.denominator().multiply(below.numerator()));
    }
}
