package id.berdikari.beneficiary.targeting;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The errors of a choice, as shares from 0 to 1 (Grosh, Leite, Wai-Poi and Tesliuc, Revisiting Targeting in Social
 * Assistance, World Bank 2022, table 7.3); null where nobody is there to take a share of.
 *
 * @param population how many there are
 * @param eligible how many of them should be reached
 * @param selected how many are chosen
 * @param reached how many are both
 */
public record TargetingErrors(int population, int eligible, int selected, int reached) {

    static final TargetingErrors NONE = new TargetingErrors(0, 0, 0, 0);

    TargetingErrors plus(boolean isEligible, boolean isSelected) {
        return new TargetingErrors(
                population + 1,
                eligible + (isEligible ? 1 : 0),
                selected + (isSelected ? 1 : 0),
                reached + (isEligible && isSelected ? 1 : 0));
    }

    /** Of the eligible, the share that is not selected. */
    public @Nullable Fraction exclusionError() {
        return share(eligible - reached, eligible);
    }

    /** Of the selected, the share that is not eligible. */
    public @Nullable Fraction inclusionError() {
        return share(selected - reached, selected);
    }

    /** Of the population, the share that is selected. */
    public @Nullable Fraction coverage() {
        return share(selected, population);
    }

    /** Of the eligible, the share that is selected. */
    public @Nullable Fraction eligibleCoverage() {
        return share(reached, eligible);
    }

    private static @Nullable Fraction share(int part, int whole) {
        return whole == 0 ? null : new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }
}
