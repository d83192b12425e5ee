package id.berdikari.local.population;

import java.time.LocalDate;

/**
 * NIK and KK numbers that could have been issued and that no two bear. Nothing needs to be remembered for it: serial and day of
 * the year together number the people, whatever their districts, sexes and years of birth are.
 */
record Numbers(long seed) {
    static final int PLACES = 8;
    private static final int SERIALS = 9_999;
    private static final int DAYS = 365;
    private static final int WOMEN = 40;

    /** So many households have numbers of their own. */
    static final long HOUSEHOLDS = (long) SERIALS * DAYS / PLACES;

    /** The day on which the member in this place was born. */
    LocalDate birthDate(long household, int place, int year) {
        return LocalDate.ofYearDay(year, dayOfYear(household * PLACES + place));
    }

    String nik(long household, int place, String districtCode, LocalDate birth, Sex sex) {
        var day = birth.getDayOfMonth() + (sex == Sex.FEMALE ? WOMEN : 0);
        return number(districtCode, day, birth, household * PLACES + place);
    }

    String familyCard(long household, String districtCode, int year) {
        var recorded = LocalDate.ofYearDay(year, dayOfYear(household));
        return number(districtCode, recorded.getDayOfMonth(), recorded, household);
    }

    private int dayOfYear(long bearer) {
        return 1 + (int) Math.floorMod(Dice.mixed(seed, bearer % SERIALS) / 2 + bearer / SERIALS, (long) DAYS);
    }

    private static String number(String districtCode, int day, LocalDate date, long bearer) {
        return districtCode.replace(".", "")
                + "%02d%02d%02d%04d".formatted(day, date.getMonthValue(), date.getYear() % 100, 1 + bearer % SERIALS);
    }
}
