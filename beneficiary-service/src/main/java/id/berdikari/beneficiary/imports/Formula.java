package id.berdikari.beneficiary.imports;

/**
 * Keeps spreadsheets from calculating what a CSV file says: a cell that begins like a formula gets an apostrophe before it
 * (OWASP, CSV injection; ASVS 5.0 V1.2.10).
 */
final class Formula {

    private static final String BEGINNINGS = "=+-@\t\r";

    private Formula() {}

    static String harmless(String text) {
        return begins(text) ? "'" + text : text;
    }

    /** Takes back what {@link #harmless} did. */
    static String harmlessTaken(String text) {
        return text.length() > 1 && text.charAt(0) == '\'' && begins(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean begins(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }
}
