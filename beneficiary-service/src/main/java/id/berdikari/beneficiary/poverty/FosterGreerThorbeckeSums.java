package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The measures of Foster, Greer and Thorbecke (Econometrica 52, 1984) from sums over households, as a database adds them up for
 * each line and household size, so that they stay exact. A household of n people with the line z per head and the expenditure e
 * of all together falls short by s = nz - e; its people each have the normalised gap s / (nz).
 *
 * @param people how many there are
 * @param poor how many of them live below their line
 * @param gaps the sum over people of the normalised gap of the poor
 * @param squaredGaps the sum over people of its square
 */
public record FosterGreerThorbeckeSums(BigInteger people, BigInteger poor, Fraction gaps, Fraction squaredGaps) {

    public static final FosterGreerThorbeckeSums NOBODY =
            new FosterGreerThorbeckeSums(BigInteger.ZERO, BigInteger.ZERO, Fraction.ZERO, Fraction.ZERO);

    /**
     * The same with the households of one size that are held against one line.
     *
     * @param line per head, above zero
     * @param size people in each, above zero
     * @param households how many there are
     * @param poorHouseholds how many of them fall short
     * @param shortfalls the sum of nz - e over these
     * @param squaredShortfalls the sum of (nz - e)² over these
     */
    public FosterGreerThorbeckeSums plus(
            BigDecimal line,
            int size,
            long households,
            long poorHouseholds,
            BigDecimal shortfalls,
            BigDecimal squaredShortfalls) {
        var n = BigInteger.valueOf(size);
        return new FosterGreerThorbeckeSums(
                people.add(n.multiply(BigInteger.valueOf(households))),
                poor.add(n.multiply(BigInteger.valueOf(poorHouseholds))),
                gaps.plus(ratio(shortfalls, line)),
                squaredGaps.plus(ratio(squaredShortfalls, line.multiply(line).multiply(BigDecimal.valueOf(size)))));
    }

    /** The share of the poor; null where nobody is. */
    public @Nullable Fraction p0() {
        return perHead(new Fraction(poor, BigInteger.ONE));
    }

    /** The poverty gap. */
    public @Nullable Fraction p1() {
        return perHead(gaps);
    }

    /** The squared gap. */
    public @Nullable Fraction p2() {
        return perHead(squaredGaps);
    }

    private @Nullable Fraction perHead(Fraction sum) {
        return people.signum() == 0
                ? null
                : new Fraction(sum.numerator(), sum.denominator().multiply(people));
    }

    private static Fraction ratio(BigDecimal above, BigDecimal below) {
        var one = Fraction.of(above);
        var other = Fraction.of(below);
        return new Fraction(
                one.numerator().multiply(other.denominator()), one.denominator().multiply(other.numerator()));
    }
}
