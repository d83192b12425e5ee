package id.berdikari.beneficiary.measure;

import id.berdikari.kit.problem.FieldProblem;
import java.math.BigInteger;
import java.util.List;

/**
 * Fractions counted in their largest common part, so that whole numbers are enough to add them up: 1/2 and 1/3 are 3 and 2
 * sixths.
 *
 * @param whole how many parts make one
 * @param counts the fractions in parts, in their order
 */
public record CommonParts(BigInteger whole, List<BigInteger> counts) {

    private static final int DIGITS = 200;
    private static final BigInteger LIMIT = BigInteger.TEN.pow(DIGITS);

    /** Refuses fractions whose common denominator has more than 200 digits: of thousands with different ones no sum is readable. */
    public static CommonParts of(String pointer, List<Fraction> fractions) {
        var whole = BigInteger.ONE;
        for (var each : fractions) {
            whole = whole.divide(whole.gcd(each.denominator())).multiply(each.denominator());
            if (whole.compareTo(LIMIT) >= 0) {
                throw FieldProblem.at(pointer, "common-denominator-too-long", DIGITS);
            }
        }
        var parts = whole;
        return new CommonParts(
                whole,
                fractions.stream()
                        .map(each -> each.numerator().multiply(parts.divide(each.denominator())))
                        .toList());
    }

    public BigInteger sum() {
        return counts.stream().reduce(BigInteger.ZERO, BigInteger::add);
    }
}
