package id.berdikari.beneficiary.measure;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/** An exact rational number in lowest terms; the denominator is positive. */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {

    public static final Fraction ZERO = new Fraction(BigInteger.ZERO, BigInteger.ONE);
    public static final Fraction ONE = new Fraction(BigInteger.ONE, BigInteger.ONE);

    /** More than a double holds, so whoever reads the decimal as a double loses nothing. */
    private static final MathContext DECIMAL = new MathContext(18, RoundingMode.HALF_EVEN);

    public Fraction {
        if (denominator.signum() == 0) {
            throw new ArithmeticException("nothing can be divided by zero");
        }
        var divisor = numerator.gcd(denominator);
        var signed = denominator.signum() < 0 ? divisor.negate() : divisor;
        numerator = numerator.divide(signed);
        denominator = denominator.divide(signed);
    }

    public static Fraction of(BigDecimal decimal) {
        return decimal.scale() > 0
                ? new Fraction(decimal.unscaledValue(), BigInteger.TEN.pow(decimal.scale()))
                : new Fraction(decimal.toBigIntegerExact(), BigInteger.ONE);
    }

    public Fraction plus(Fraction other) {
        return new Fraction(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    public int signum() {
        return numerator.signum();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    /** The decimal without exponent, rounded half to even to 18 significant digits, without trailing zeros. */
    public String decimal() {
        var rounded = new BigDecimal(numerator).divide(new BigDecimal(denominator), DECIMAL);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Such as {@code 3/8}, and {@code 2} for a whole number. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
