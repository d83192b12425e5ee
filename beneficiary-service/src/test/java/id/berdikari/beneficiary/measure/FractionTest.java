package id.berdikari.beneficiary.measure;

import static id.berdikari.beneficiary.measure.Fractions.fraction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({"6, 8, 3/4", "4, 2, 2", "0, 5, 0", "3, -6, -1/2", "-3, -6, 1/2"})
    void standsInLowestTerms(long numerator, long denominator, String exact) {
        assertEquals(exact, fraction(numerator, denominator).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "3, 8, 0.375",
        "2, 1, 2",
        "100, 1, 100",
        "0, 7, 0",
        "1, 3, 0.333333333333333333",
        "2, 3, 0.666666666666666667",
        "1, 262144, 0.000003814697265625",
        "1000000000000000005, 10000000000000000000, 0.1",
        "1000000000000000015, 10000000000000000000, 0.100000000000000002"
    })
    void hasADecimalOfEighteenDigitsRoundedHalfToEven(BigInteger numerator, BigInteger denominator, String decimal) {
        assertEquals(decimal, new Fraction(numerator, denominator).decimal());
    }

    @Test
    void hasADecimalWithoutExponent() {
        var tiny = Fraction.of(new BigDecimal("1E-30"));

        assertEquals("0.000000000000000000000000000001", tiny.decimal());
    }

    @ParameterizedTest
    @CsvSource({"0.30, 3/10", "1E3, 1000", "12.5, 25/2", "0.00, 0"})
    void isMadeOfADecimal(BigDecimal decimal, String exact) {
        assertEquals(exact, Fraction.of(decimal).toString());
    }

    @Test
    void addsAndComparesExactly() {
        var thirds = fraction(1, 3).plus(fraction(1, 3)).plus(fraction(1, 3));

        assertEquals(Fraction.ONE, thirds);
        assertEquals(0, thirds.compareTo(Fraction.ONE));
        assertEquals(1, Integer.signum(fraction(1, 3).compareTo(Fraction.of(new BigDecimal("0.3333")))));
    }

    @Test
    void isNothingOverZero() {
        assertThrows(ArithmeticException.class, () -> fraction(1, 0));
    }

    @Test
    void isCountedInCommonParts() {
        var parts = CommonParts.of("/weights", List.of(fraction(1, 2), fraction(1, 3), Fraction.ZERO));

        assertEquals(BigInteger.valueOf(6), parts.whole());
        assertEquals(List.of(BigInteger.valueOf(3), BigInteger.TWO, BigInteger.ZERO), parts.counts());
        assertEquals(BigInteger.valueOf(5), parts.sum());
    }
}
