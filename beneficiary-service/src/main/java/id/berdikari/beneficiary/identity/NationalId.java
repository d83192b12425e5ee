package id.berdikari.beneficiary.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The NIK: district of first registration (6 digits), day of birth plus 40 for women, month, year without century, serial.
 * It stays the same for life, even where birth data or the district's code are corrected, so a difference only warns.
 */
public record NationalId(String digits) {
    private static final String KIND = "nik";
    private static final int WOMEN = 40;

    /** What differs and may yet be right. */
    @Schema(name = "NationalIdWarning")
    public enum Warning {
        DISTRICT_NOT_CURRENT,
        BIRTH_DATE_DIFFERS,
        SEX_DIFFERS
    }

    @JsonCreator
    public NationalId {}

    /** Reads a NIK as people type it, and refuses one that cannot have been issued. */
    public static NationalId parse(String pointer, String typed) {
        var nik = new NationalId(CardNumber.parse(pointer, KIND, typed).digits());
        nik.number().requireIssuable(pointer, KIND, nik.birthDay());
        return nik;
    }

    public Set<Warning> warnings(LocalDate birthDate, Sex sex, Predicate<String> isCurrentArea) {
        return warnings(birthDate, birthDate.getYear(), sex, isCurrentArea);
    }

    /** Compares with what is known of the birth: its date, or its year alone. */
    public Set<Warning> warnings(
            @Nullable LocalDate birthDate, int birthYear, Sex sex, Predicate<String> isCurrentArea) {
        var warnings = EnumSet.noneOf(Warning.class);
        if (!isCurrentArea.test(number().districtCode())) {
            warnings.add(Warning.DISTRICT_NOT_CURRENT);
        }
        var dayDiffers = birthDate != null
                && (birthDay() != birthDate.getDayOfMonth() || number().month() != birthDate.getMonthValue());
        if (dayDiffers || number().yearOfCentury() != birthYear % 100) {
            warnings.add(Warning.BIRTH_DATE_DIFFERS);
        }
        if ((number().day() > WOMEN) != (sex == Sex.FEMALE)) {
            warnings.add(Warning.SEX_DIFFERS);
        }
        return warnings;
    }

    public String masked() {
        return number().masked();
    }

    @JsonValue
    @Override
    public String digits() {
        return digits;
    }

    /** Masked, for whatever prints it. */
    @Override
    public String toString() {
        return masked();
    }

    private int birthDay() {
        var day = number().day();
        return day > WOMEN ? day - WOMEN : day;
    }

    private CardNumber number() {
        return new CardNumber(digits);
    }
}
