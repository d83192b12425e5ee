package id.berdikari.beneficiary.profile;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Which measurements count: those of one version of a set of dimensions in one calendar year, of each household the last.
 * Whole years, so that no two answers differ by a few households that were surveyed in between.
 */
record MeasuredBy(UUID dimensionSetId, String code, int number, int year, int households) {

    /** Stands for no measurements at all. */
    static MeasuredBy nothing(int year) {
        return new MeasuredBy(new UUID(0, 0), "", 0, year, 0);
    }

    boolean isNothing() {
        return households == 0;
    }

    LocalDate from() {
        return LocalDate.ofYearDay(year, 1);
    }

    LocalDate to() {
        return from().plusYears(1).minusDays(1);
    }
}
