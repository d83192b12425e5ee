package id.berdikari.beneficiary.measure;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A number as a client wrote it, in a JSON number or in text. It is looked at before anything is computed with it: a
 * decimal has at most 30 digits and an exponent from -30 to 30, a fraction at most 30 digits above and below.
 */
@JsonDeserialize(using = GivenNumberReader.class)
public record GivenNumber(String text) {

    private static final int LARGEST = 30;
    private static final int EXPONENT_CHARACTERS = 3;
    private static final Pattern DECIMAL =
            Pattern.compile("-?(?<whole>[0-9]++)(?:[.](?<places>[0-9]++))?(?:[eE](?<exponent>[+-]?[0-9]++))?");
    private static final Pattern FRACTION = Pattern.compile("(?<above>-?[0-9]++)/(?<below>[0-9]++)");

    /** A measured value: a decimal, not negative. */
    public BigDecimal value(String pointer) {
        var value = decimal(pointer);
        if (value.signum() < 0) {
            throw FieldProblem.at(pointer, "positive-or-zero");
        }
        return value;
    }

    /** A line: a decimal above zero. */
    public Fraction line(String pointer) {
        return Range.POSITIVE.require(pointer, Fraction.of(decimal(pointer)));
    }

    /** A weight or cutoff: a decimal or a fraction such as {@code 1/3}. */
    public Fraction fraction(String pointer, Range range) {
        var parts = FRACTION.matcher(text);
        if (!parts.matches()) {
            return range.require(pointer, Fraction.of(decimal(pointer)));
        }
        requireDigits(pointer, parts.group("above").replace("-", "").length());
        requireDigits(pointer, parts.group("below").length());
        var below = new BigInteger(parts.group("below"));
        if (below.signum() == 0) {
            throw FieldProblem.at(pointer, "denominator-zero");
        }
        return range.require(pointer, new Fraction(new BigInteger(parts.group("above")), below));
    }

    private BigDecimal decimal(String pointer) {
        var parts = DECIMAL.matcher(text);
        if (!parts.matches()) {
            throw FieldProblem.at(pointer, "not-a-number");
        }
        var places = parts.group("places");
        requireDigits(pointer, parts.group("whole").length() + (places == null ? 0 : places.length()));
        var exponent = parts.group("exponent");
        if (exponent != null
                && (exponent.length() > EXPONENT_CHARACTERS || Math.abs(Integer.parseInt(exponent)) > LARGEST)) {
            throw tooLarge(pointer);
        }
        return new BigDecimal(text);
    }

    private static void requireDigits(String pointer, int digits) {
        if (digits > LARGEST) {
            throw tooLarge(pointer);
        }
    }

    private static FieldProblem tooLarge(String pointer) {
        return FieldProblem.at(pointer, "too-many-digits", LARGEST);
    }
}
