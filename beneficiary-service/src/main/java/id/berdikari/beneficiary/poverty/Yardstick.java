package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;

/**
 * A line z and the values x held against it, both counted in the same small parts, so that gaps are whole numbers. The
 * normalised gap of a value is its shortfall divided by the line: (z - x) / z.
 */
record Yardstick(BigInteger line, BigInteger perUnit, int places) {

    static Yardstick of(Fraction line, Collection<BigDecimal> values) {
        var places = values.stream().mapToInt(BigDecimal::scale).reduce(0, Math::max);
        return new Yardstick(line.numerator().multiply(BigInteger.TEN.pow(places)), line.denominator(), places);
    }

    /** How many parts are missing to the line; zero or less for a value that reaches it. */
    BigInteger shortfall(BigDecimal value) {
        return line.subtract(value.setScale(places).unscaledValue().multiply(perUnit));
    }
}
