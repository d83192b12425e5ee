package id.berdikari.beneficiary.measure;

import java.math.BigInteger;
import java.util.stream.Stream;

/** Arithmetic for tests that compute by the definition. */
public final class Fractions {

    private Fractions() {}

    public static Fraction fraction(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    public static Fraction sum(Stream<Fraction> fractions) {
        return fractions.reduce(Fraction.ZERO, Fraction::plus);
    }

    public static Fraction difference(Fraction one, Fraction other) {
        return one.plus(product(other, fraction(-1, 1)));
    }

    public static Fraction product(Fraction one, Fraction other) {
        return new Fraction(
                one.numerator().multiply(other.numerator()), one.denominator().multiply(other.denominator()));
    }

    public static Fraction ratio(Fraction above, Fraction below) {
        return new Fraction(
                above.numerator().multiply(below.denominator()),
                above.denominator().multiply(below.numerator()));
    }
}
