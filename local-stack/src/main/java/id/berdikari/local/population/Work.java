package id.berdikari.local.population;

import java.util.List;
import java.util.Map;

/** What people on an island with a harbour, some fields and some tourists live on. */
final class Work {
    private static final int SCHOOL_AGE = 6;
    private static final int WORKING_AGE = 16;
    private static final Map<String, Double> WORTH = Map.ofEntries(
            Map.entry("EMPLOYEE", 0.7),
            Map.entry("PENSION", 0.4),
            Map.entry("SMALL_TRADE", 0.1),
            Map.entry("TRANSPORT", 0.0),
            Map.entry("CRAFTS", -0.1),
            Map.entry("FARMING", -0.15),
            Map.entry("LIVESTOCK", -0.1),
            Map.entry("FISHING", -0.3),
            Map.entry("FARM_LABOUR", -0.5),
            Map.entry("CASUAL_LABOUR", -0.5),
            Map.entry("DOMESTIC_WORK", -0.5),
            Map.entry("WASTE_PICKING", -0.9),
            Map.entry("ASSISTANCE", -0.8),
            Map.entry("NOT_WORKING", -0.6));

    private static final List<String> MEN = List.of(
            "FISHING", "CASUAL_LABOUR", "FARMING", "SMALL_TRADE", "TRANSPORT", "FARM_LABOUR", "CRAFTS", "LIVESTOCK");
    private static final List<String> WOMEN = List.of(
            "SMALL_TRADE", "CASUAL_LABOUR", "FARMING", "CRAFTS", "DOMESTIC_WORK", "FARM_LABOUR", "WASTE_PICKING");

    private Work() {}

    static String of(Kin kin, Schooling schooling, boolean isDisabled, Dice dice) {
        if (kin.age() < SCHOOL_AGE) {
            return "NOT_WORKING";
        }
        if (schooling.isAtSchool()) {
            return "STUDY";
        }
        if (kin.age() < WORKING_AGE || (isDisabled && dice.falls(0.5))) {
            return "NOT_WORKING";
        }
        if (kin.age() > 66 && dice.falls(0.55)) {
            return Schooling.years(schooling.finished()) >= 12 ? "PENSION" : "ASSISTANCE";
        }
        if (!kin.relation().equals("HEAD") && dice.falls(kin.sex() == Sex.FEMALE ? 0.5 : 0.15)) {
            return kin.sex() == Sex.FEMALE ? "HOMEMAKING" : "NOT_WORKING";
        }
        if (dice.falls(Schooling.years(schooling.finished()) / 31.0)) {
            return "EMPLOYEE";
        }
        return dice.commonOf(kin.sex() == Sex.FEMALE ? WOMEN : MEN);
    }

    /** How much better or worse than others a household does that lives on this. */
    static double worth(String livelihood) {
        return WORTH.getOrDefault(livelihood, 0.0);
    }
}
