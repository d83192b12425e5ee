package id.berdikari.beneficiary.imports;

import java.util.regex.Pattern;

/**
 * Keeps spreadsheets from calculating what a CSV file says: a cell that begins like a formula gets an apostrophe before it
 * (OWASP, CSV injection; ASVS 5.0 V1.2.10).
 */
final class Formula {

    private static final String BEGINNINGS = "=+-@\t\r";

    /** Where semicolons part the cells, as in an Indonesian Excel, a cell would begin after each. */
    private static final Pattern SEPARATED = Pattern.compile(";(?=[=+@\\-])");

    private static final Pattern DISARMED = Pattern.compile(";'(?=[=+@\\-])");

    private Formula() {}

    static String harmless(String text) {
        return SEPARATED.matcher(begins(text) ? "'" + text : text).replaceAll(";'");
    }

    /** Takes back what {@link #harmless} did. */
    static String harmlessTaken(String text) {
        var whole = DISARMED.matcher(text).replaceAll(";");
        return whole.length() > 1 && whole.charAt(0) == '\'' && begins(whole.substring(1)) ? whole.substring(1) : whole;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
