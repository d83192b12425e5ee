package id.berdikari.beneficiary.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.Sex;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonWarningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);

    @ParameterizedTest
    @CsvSource({
        // a woman of 14 March 1958, from a kecamatan that is there
        "3302275403580001, 1958-03-14, 1958, FEMALE, ''",
        "3302275403580001, 1958-03-15, 1958, FEMALE, NIK_BIRTH_DATE_DIFFERS",
        "3302275403580001, 1958-04-14, 1958, FEMALE, NIK_BIRTH_DATE_DIFFERS",
        "3302275403580001, 1959-03-14, 1959, FEMALE, NIK_BIRTH_DATE_DIFFERS",
        "3302275403580001, 1958-03-14, 1958, MALE, NIK_SEX_DIFFERS",
        "3302271403580001, 1958-03-14, 1958, FEMALE, NIK_SEX_DIFFERS",
        // the century is never inferred
        "3302275403200001, 1920-03-14, 1920, FEMALE, ''",
        "3302275403200001, 2020-03-14, 2020, FEMALE, ''",
        // only the year is known
        "3302275403580001, , 1958, FEMALE, ''",
        "3302275403580001, , 1957, FEMALE, NIK_BIRTH_DATE_DIFFERS",
        // Merauke's old code, and a district that never was
        "9101015403580001, 1958-03-14, 1958, FEMALE, NIK_DISTRICT_NOT_CURRENT",
        "9101015403580001, 1958-03-15, 1958, MALE, NIK_DISTRICT_NOT_CURRENT NIK_BIRTH_DATE_DIFFERS NIK_SEX_DIFFERS",
        // no NIK, an unlikely age
        ", 1958-03-14, 1958, FEMALE, ''",
        ", 1915-01-05, 1915, MALE, AGE_UNLIKELY",
        ", 1916-01-05, 1916, MALE, ''"
    })
    void tellsWhatDoesNotFit(
            @Nullable String nik, @Nullable LocalDate birthDate, int birthYear, Sex sex, String expected) {
        var identity = new Identity("Sutinah", nik == null ? null : NationalId.parse("/nik", nik), null, null);
        var facts = new PersonFacts(birthDate, birthYear, sex, null, null, null, null);

        var warnings = PersonWarning.of(identity, facts, TODAY, "33.02.27"::equals);

        assertEquals(expected, warnings.stream().map(PersonWarning::name).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({"2021-01-05, false", "2021-01-06, true", "2025-12-31, true"})
    void tellsOfAnswersOfChildrenUnderFive(LocalDate birthDate, boolean warned) {
        var functioning = new WashingtonGroup(1, 1, 1, 1, 1, 1);
        var facts = new PersonFacts(birthDate, birthDate.getYear(), Sex.MALE, null, null, null, functioning);

        var warnings = PersonWarning.of(null, facts, TODAY, _ -> true);

        assertEquals(warned, warnings.contains(PersonWarning.SHORT_SET_UNDER_FIVE));
    }
}
