package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import org.jspecify.annotations.Nullable;

/**
 * One thing in which people can be deprived.
 *
 * @param weight its share of all deprivations; the weights of a set add up to 1
 * @param cutoff deprived is who has less; above zero; null where somebody else judged who is deprived
 */
record Indicator(
        String code,
        @Nullable String dimension,
        Fraction weight,
        @Nullable Fraction cutoff) {}
