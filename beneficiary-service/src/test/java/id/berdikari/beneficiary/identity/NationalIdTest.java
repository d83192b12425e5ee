package id.berdikari.beneficiary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.beneficiary.identity.NationalId.Warning;
import id.berdikari.kit.problem.FieldProblem;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NationalIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"3302275403580001", "33.02.27 540358-0001", "3171011708450001", "9101012902000001"})
    void takesWhatCanHaveBeenIssued(String typed) {
        assertEquals(16, NationalId.parse("/nik", typed).digits().length());
    }

    @ParameterizedTest
    @CsvSource({
        "330227540358000, nik-not-16-digits",
        "33022754035800012, nik-not-16-digits",
        "330227540358000A, nik-not-16-digits",
        "9902275403580001, nik-province-unknown",
        "0002275403580001, nik-province-unknown",
        "3302273203580001, nik-impossible-date",
        "3302277203580001, nik-impossible-date",
        "3302270003580001, nik-impossible-date",
        "3302274003580001, nik-impossible-date",
        "3302275400580001, nik-impossible-date",
        "3302275413580001, nik-impossible-date",
        "3302273002580001, nik-impossible-date",
        "3302272902010001, nik-impossible-date",
        "3302275403580000, nik-serial-zero"
    })
    void refusesWhatCannot(String typed, String rule) {
        var refusal = assertThrows(FieldProblem.class, () -> NationalId.parse("/nik", typed));

        assertEquals(rule, refusal.rule());
        assertFalse(refusal.toString().contains(typed));
    }

    @Test
    void onlyWarnsOfDifferences() {
        var nik = NationalId.parse("/nik", "3302275403580001");

        assertEquals(Set.of(), nik.warnings(LocalDate.of(1958, 3, 14), Sex.FEMALE, _ -> true));
        assertEquals(
                Set.of(Warning.BIRTH_DATE_DIFFERS, Warning.SEX_DIFFERS, Warning.DISTRICT_NOT_CURRENT),
                nik.warnings(LocalDate.of(1958, 3, 15), Sex.MALE, _ -> false));
        assertEquals(Set.of(), nik.warnings(LocalDate.of(2058, 3, 14), Sex.FEMALE, "33.02.27"::equals));
    }

    @Test
    void showsItselfMasked() {
        var nik = NationalId.parse("/nik", "3302275403580001");

        assertEquals("3302••••••••0001", nik.masked());
        assertEquals("3302••••••••0001", nik.toString());
    }
}
