package id.berdikari.local.population;

import java.util.List;

/** Which school people have finished, and who still goes to one. */
record Schooling(String finished, boolean isAtSchool) {
    private static final List<String> SCHOOLS = List.of(
            "NONE",
            "PRIMARY_UNFINISHED",
            "PRIMARY",
            "LOWER_SECONDARY",
            "UPPER_SECONDARY",
            "DIPLOMA",
            "BACHELOR",
            "POSTGRADUATE");
    private static final List<Integer> YEARS = List.of(0, 3, 6, 9, 12, 15, 16, 18);

    static Schooling of(int age, double welfare, Dice dice) {
        return age < 19 ? ofChild(age, welfare, dice) : ofAdult(age, welfare, dice);
    }

    /** Years at school until this one was finished. */
    static int years(String finished) {
        return YEARS.get(SCHOOLS.indexOf(finished));
    }

    private static Schooling ofChild(int age, double welfare, Dice dice) {
        var goes = age >= 6 && dice.falls(share((age < 13 ? 0.985 : age < 16 ? 0.95 : 0.80) + 0.05 * welfare));
        var finished = age < 6 ? 0 : age < 12 ? 1 : age < 15 ? 2 : age < 18 ? 3 : 4;
        return new Schooling(SCHOOLS.get(goes || age < 6 ? finished : Math.min(finished, 2)), goes);
    }

    private static Schooling ofAdult(int age, double welfare, Dice dice) {
        var usual = age < 35 ? 4.2 : age < 50 ? 3.7 : age < 65 ? 2.6 : 1.6;
        var finished = Math.clamp(Math.round(usual + 0.8 * welfare + 0.9 * dice.spread()), 0, SCHOOLS.size() - 1);
        var goes = age < 23 && finished >= 4 && dice.falls(share(0.3 + 0.15 * welfare));
        return new Schooling(SCHOOLS.get(goes ? 4 : finished), goes);
    }

    private static double share(double share) {
        return Math.clamp(share, 0.02, 0.995);
    }
}
