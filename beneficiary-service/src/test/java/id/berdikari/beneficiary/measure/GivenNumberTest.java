package id.berdikari.beneficiary.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GivenNumberTest {

    @ParameterizedTest
    @CsvSource({"12.5, 25/2", "0, 0", "-0, 0", "1e3, 1000", "1E-2, 1/100", "1/3, 1/3", "2/6, 1/3", "007, 7"})
    void readsDecimalsAndFractions(String text, String exact) {
        assertEquals(
                exact,
                new GivenNumber(text).fraction("/weight", Range.NOT_NEGATIVE).toString());
    }

    @Test
    void readsAsManyDigitsAsItPromises() {
        var digits = "9".repeat(30);

        assertEquals(new BigDecimal(digits + "E30"), new GivenNumber(digits + "e30").value("/value"));
        assertEquals(new BigDecimal("1E-30"), new GivenNumber("1e-30").value("/value"));
        assertEquals(
                new BigInteger(digits),
                new GivenNumber("1/" + digits)
                        .fraction("/weight", Range.POSITIVE)
                        .denominator());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NaN",
                "Infinity",
                "-Infinity",
                "1,5",
                "1.",
                ".5",
                "+1",
                " 1",
                "1 ",
                "0x10",
                "1/",
                "/3",
                "1/-3",
                "1/2/3",
                "0.5/2",
                "1e",
                "1e1.5",
                "--1",
                "١",
                "1_000",
                "true",
                "1\n"
            })
    void refusesWhatIsNoNumber(String text) {
        assertEquals("not-a-number", refused(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e999999999",
                "1e-999999999",
                "1e31",
                "1e-31",
                "1e99999999999999999999",
                "1e0001",
                "1234567890123456789012345678901",
                "0.1234567890123456789012345678901"
            })
    void refusesWhatIsTooLargeBeforeComputing(String text) {
        assertEquals("too-many-digits", refused(text));
        assertEquals(
                "too-many-digits",
                assertThrows(FieldProblem.class, () -> new GivenNumber(text).value("/value"))
                        .rule());
    }

    @Test
    void refusesTextThatIsTooLong() {
        var digits = "7".repeat(1_000_000);

        Stream.of(digits, "0." + digits, "1e" + digits, digits + "/3", "1/" + digits, "-" + digits + "/" + digits)
                .forEach(text -> assertEquals("too-many-digits", refused(text)));
        assertEquals("not-a-number", refused(digits + "x"));
        assertEquals("not-a-number", refused("/".repeat(1_000_000)));
    }

    @Test
    void refusesDivisionByZero() {
        assertEquals("denominator-zero", refused("1/0"));
        assertEquals("denominator-zero", refused("0/000"));
    }

    @ParameterizedTest
    @CsvSource({
        "-1, NOT_NEGATIVE, positive-or-zero",
        "-1/3, NOT_NEGATIVE, positive-or-zero",
        "0, POSITIVE, positive",
        "-0.5, POSITIVE, positive",
        "0, ABOVE_ZERO_UP_TO_ONE, above-zero-up-to-one",
        "4/3, ABOVE_ZERO_UP_TO_ONE, above-zero-up-to-one",
        "1.0000000000000001, ABOVE_ZERO_UP_TO_ONE, above-zero-up-to-one",
        "-1, ABOVE_ZERO_UP_TO_ONE, above-zero-up-to-one"
    })
    void keepsToItsRange(String text, Range range, String rule) {
        var refusal = assertThrows(FieldProblem.class, () -> new GivenNumber(text).fraction("/cutoff", range));

        assertEquals(rule, refusal.rule());
        assertEquals("/cutoff", refusal.pointer());
    }

    @Test
    void takesFractionsForWeightsAndCutoffsOnly() {
        var third = new GivenNumber("1/3");

        assertEquals(
                "not-a-number",
                assertThrows(FieldProblem.class, () -> third.value("/value")).rule());
        assertEquals(
                "not-a-number",
                assertThrows(FieldProblem.class, () -> third.line("/line")).rule());
    }

    private static String refused(String text) {
        return assertThrows(FieldProblem.class, () -> new GivenNumber(text).fraction("/weight", Range.NOT_NEGATIVE))
                .rule();
    }
}
