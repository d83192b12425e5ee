package id.berdikari.local.population;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How well a household does. Money and decile both come of it, but neither follows it closely: a list that ranks people never
 * hits those who are poor exactly.
 *
 * @param welfare around zero with a standard deviation of about one
 */
record Means(double welfare) {
    private static final double USUAL_EXPENDITURE = 1_130_000;
    private static final int ROUNDED_TO = 10_000;

    /** What somebody has grown up with, before anything came of it, by the character of the village. */
    static double origin(double village, Dice dice) {
        return 0.45 * village + 0.6 * dice.spread();
    }

    static Means of(double origin, List<Member> members, Dice dice) {
        var head = members.getFirst();
        var burden = 0.12 * (members.size() - 4)
                + (members.stream().anyMatch(Member::isDisabled) ? 0.4 : 0)
                + (head.sex() == Sex.FEMALE ? 0.2 : 0);
        var schooling = (Schooling.years(head.education()) - 8) / 9.0;
        return new Means(
                origin + 0.9 * Work.worth(head.livelihood()) + 0.5 * schooling - burden + 0.35 * dice.spread());
    }

    long expenditure(int members) {
        var perHead = USUAL_EXPENDITURE * Math.exp(0.42 * welfare);
        return Math.round(perHead * members / ROUNDED_TO) * ROUNDED_TO;
    }

    /** Some are in no list. */
    @Nullable
    Integer decile(Dice dice) {
        var seen = 0.8 * welfare + 0.55 * dice.spread();
        return dice.falls(0.06) ? null : Math.clamp(1 + (long) Math.floor(10 * below(seen)), 1, 10);
    }

    /** What it has come by. */
    List<String> assets(String livelihood, Dice dice) {
        var assets = new ArrayList<String>();
        var usual =
                List.of("TELEPHONE", "MOTORBIKE", "TELEVISION", "REFRIGERATOR", "BICYCLE", "RADIO", "GOLD_OR_SAVINGS");
        var shares = List.of(0.93, 0.80, 0.72, 0.62, 0.25, 0.12, 0.25);
        IntStream.range(0, usual.size())
                .filter(i -> dice.falls(shares.get(i) + 0.12 * welfare))
                .forEach(i -> assets.add(usual.get(i)));
        addIf(assets, "CAR", dice.falls(0.04 + 0.07 * welfare));
        addIf(assets, "COMPUTER", dice.falls(0.12 + 0.10 * welfare));
        addIf(assets, "BOAT", livelihood.equals("FISHING") && dice.falls(0.35 + 0.1 * welfare));
        addIf(assets, "LAND", livelihood.equals("FARMING") && dice.falls(0.6 + 0.1 * welfare));
        addIf(assets, "LIVESTOCK", livelihood.equals("LIVESTOCK"));
        addIf(assets, "BUSINESS_EQUIPMENT", livelihood.equals("SMALL_TRADE") && dice.falls(0.5));
        return assets;
    }

    /** Why it is poor, as those see it who are. */
    List<String> causes(List<Member> members, int year, Dice dice) {
        var causes = new ArrayList<String>();
        if (welfare > -0.35) {
            return causes;
        }
        var head = members.getFirst();
        addIf(causes, "OLD_AGE", head.ageIn(year) >= 62);
        addIf(causes, "DISABILITY", members.stream().anyMatch(Member::isDisabled));
        addIf(causes, "NO_WORK", head.livelihood().equals("NOT_WORKING"));
        addIf(causes, "LOW_OR_IRREGULAR_INCOME", Work.worth(head.livelihood()) < -0.2 && dice.falls(0.7));
        addIf(causes, "LOW_EDUCATION", Schooling.years(head.education()) < 6 && dice.falls(0.7));
        addIf(causes, "MANY_DEPENDANTS", members.size() >= 6);
        addIf(causes, "LOSS_OF_BREADWINNER", head.maritalStatus().equals("WIDOWED") && dice.falls(0.5));
        addIf(causes, "NO_CAPITAL", head.livelihood().equals("SMALL_TRADE") || dice.falls(0.15));
        addIf(causes, "LONG_ILLNESS", dice.falls(0.07));
        addIf(causes, "DEBT", dice.falls(0.12));
        addIf(causes, "REMOTENESS", dice.falls(0.08));
        addIf(causes, "LACK_OF_SKILLS", causes.isEmpty());
        return causes;
    }

    private static void addIf(List<String> list, String code, boolean holds) {
        if (holds) {
            list.add(code);
        }
    }

    /** Which share of all is below; the logistic curve is close enough to the bell. */
    private static double below(double value) {
        return 1 / (1 + Math.exp(-1.702 * value));
    }
}
