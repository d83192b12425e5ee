package id.berdikari.beneficiary.identity;

import id.berdikari.kit.problem.FieldProblem;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;

/** What NIK and KK have in common: the district that issued it (6 digits), a date without century (ddMMyy), a serial. */
record CardNumber(String digits) {
    private static final int MONTHS = 12;

    /** All provinces there are or were since such numbers are given. */
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "31", "32", "33", "34", "35", "36", "51", "52",
            "53", "61", "62", "63", "64", "65", "71", "72", "73", "74", "75", "76", "81", "82", "91", "92", "93", "94",
            "95", "96");

    /** Reads a number as people type it, and refuses one that no province issues; rules begin with the kind, such as nik. */
    static CardNumber parse(String pointer, String kind, String typed) {
        var number = new CardNumber(typed.replaceAll("[\\s.-]", ""));
        if (!number.digits.matches("[0-9]{16}")) {
            throw FieldProblem.at(pointer, kind + "-not-16-digits");
        }
        if (!PROVINCES.contains(number.digits.substring(0, 2))) {
            throw FieldProblem.at(pointer, kind + "-province-unknown");
        }
        return number;
    }

    /** Refuses a date that exists in neither century, and a serial that is never given. */
    void requireIssuable(String pointer, String kind, int day) {
        if (!exists(1900, day) && !exists(2000, day)) {
            throw FieldProblem.at(pointer, kind + "-impossible-date");
        }
        if (digits.endsWith("0000")) {
            throw FieldProblem.at(pointer, kind + "-serial-zero");
        }
    }

    String districtCode() {
        return digits.substring(0, 2) + "." + digits.substring(2, 4) + "." + digits.substring(4, 6);
    }

    String masked() {
        return digits.substring(0, 4) + "••••••••" + digits.substring(12);
    }

    int day() {
        return number(6);
    }

    int month() {
        return number(8);
    }

    int yearOfCentury() {
        return number(10);
    }

    private boolean exists(int century, int day) {
        if (month() > MONTHS) {
            return false;
        }
        try {
            LocalDate.of(century + yearOfCentury(), month(), day);
            return true;
        } catch (DateTimeException impossible) {
            return false;
        }
    }

    private int number(int from) {
        return Integer.parseInt(digits.substring(from, from + 2));
    }
}
