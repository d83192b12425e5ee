package id.berdikari.beneficiary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.kit.problem.FieldProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyCardTest {

    @ParameterizedTest
    @CsvSource({
        "3302271503120004, 3302271503120004",
        "33.02.27 150312-0004, 3302271503120004",
        "9101012902000001, 9101012902000001",
        "3171013112990120, 3171013112990120"
    })
    void takesWhatCanHaveBeenIssued(String typed, String digits) {
        assertEquals(digits, FamilyCard.parse("/familyCard", typed).digits());
    }

    @ParameterizedTest
    @CsvSource({
        "330227150312000, kk-not-16-digits",
        "33022715031200044, kk-not-16-digits",
        "330227150312000A, kk-not-16-digits",
        "3.30E+15, kk-not-16-digits",
        "2902271503120004, kk-province-unknown",
        "3302270003120004, kk-impossible-date",
        "3302273203120004, kk-impossible-date",
        "3302275503120004, kk-impossible-date",
        "3302271513120004, kk-impossible-date",
        "3302273002120004, kk-impossible-date",
        "3302272902010004, kk-impossible-date",
        "3302271503120000, kk-serial-zero"
    })
    void refusesWhatCannot(String typed, String rule) {
        var refusal = assertThrows(FieldProblem.class, () -> FamilyCard.parse("/familyCard", typed));

        assertEquals(rule, refusal.rule());
        assertFalse(refusal.toString().contains(typed));
    }

    @Test
    void showsItselfMasked() {
        var card = FamilyCard.parse("/familyCard", "3302271503120004");

        assertEquals("3302••••••••0004", card.masked());
        assertEquals("3302••••••••0004", card.toString());
        assertEquals("33.02.27", card.districtCode());
    }
}
