package id.berdikari.beneficiary.identity;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import id.berdikari.kit.problem.FieldProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The NIK: district of first registration (6 digits), day of birth plus 40 for women, month, year without century, serial.
 * It stays the same for life, even where birth data or the district's code are corrected, so a difference only warns.
 */
public record NationalId(String digits) {

    private static final int WOMEN = 40;
    private static final int MONTHS = 12;

    /** All provinces there are or were since NIKs are given. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52",
            "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94",
            "95", "96");

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
        var nik = new NationalId(typed.replaceAll("[\\s.-]", ""));
        if (!nik.digits.matches("[0-9]{16}")) {
            throw FieldProblem.at(pointer, "nik-not-16-digits");
        }
        if (!PROVINCES.contains(nik.digits.substring(0, 2))) {
            throw FieldProblem.at(pointer, "nik-province-unknown");
        }
        if (!nik.bornIn(1900) && !nik.bornIn(2000)) {
            throw FieldProblem.at(pointer, "nik-impossible-date");
        }
        if (nik.digits.endsWith("0000")) {
            throw FieldProblem.at(pointer, "nik-serial-zero");
        }
        return nik;
    }

    public Set<Warning> warnings(LocalDate birthDate, Sex sex, Predicate<String> isCurrentArea) {
        var warnings = EnumSet.noneOf(Warning.class);
        if (!isCurrentArea.test(districtCode())) {
            warnings.add(Warning.DISTRICT_NOT_CURRENT);
        }
        if (birthDay() != birthDate.getDayOfMonth()
                || number(8) != birthDate.getMonthValue()
                || number(10) != birthDate.getYear() % 100) {
            warnings.add(Warning.BIRTH_DATE_DIFFERS);
        }
        if ((number(6) > WOMEN) != (sex == Sex.FEMALE)) {
            warnings.add(Warning.SEX_DIFFERS);
        }
        return warnings;
    }

    public String masked() {
        return digits.substring(0, 4) + "••••••••" + digits.substring(12);
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

    private String districtCode() {
        return digits.substring(0, 2) + "." + digits.substring(2, 4) + "." + digits.substring(4, 6);
    }

    private int birthDay() {
        var day = number(6);
        return day > WOMEN ? day - WOMEN : day;
    }

    private boolean bornIn(int century) {
        if (number(8) > MONTHS) {
            return false;
        }
        try {
            LocalDate.of(century + number(10), number(8), birthDay());
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private int number(int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
