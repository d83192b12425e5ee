package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/**
 * The measures of Alkire and Foster (Journal of Public Economics 95, 2011) from sums over a population, as a database adds them
 * up: H, A, M0, headcounts and contributions. A figure is null where it is a share of nothing.
 *
 * @param denominator how many parts of weight make one
 * @param people how many there are: household sizes
 * @param poor how many of them are poor
 * @param scoresOfThePoor the sum over the poor of size times score, in parts of the denominator
 */
public record AlkireFosterSums(long denominator, long people, long poor, long scoresOfThePoor) {

    /** H, the share of the poor. */
    public @Nullable Fraction headcountRatio() {
        return share(poor);
    }

    /** A, how deprived the poor are on average. */
    public @Nullable Fraction intensity() {
        return ratio(scoresOfThePoor, product(poor, denominator));
    }

    /** M0, the product of both. */
    public @Nullable Fraction adjustedHeadcountRatio() {
        return ratio(scoresOfThePoor, product(people, denominator));
    }

    /** The share of a part of the people: of who is deprived in an indicator, uncensored, or poor and deprived in it, censored. */
    public @Nullable Fraction share(long part) {
        return ratio(part, BigInteger.valueOf(people));
    }

    /**
     * The share of M0 that comes from an indicator; those of all add up to 1.
     *
     * @param weight of the indicator, in parts of the denominator
     * @param deprivedPoor how many people are poor and deprived in it
     */
    public @Nullable Fraction contribution(long weight, long deprivedPoor) {
        return scoresOfThePoor == 0
                ? null
                : new Fraction(product(weight, deprivedPoor), BigInteger.valueOf(scoresOfThePoor));
    }

    private static @Nullable Fraction ratio(long part, BigInteger whole) {
        return whole.signum() == 0 ? null : new Fraction(BigInteger.valueOf(part), whole);
    }

    private static BigInteger product(long one, long other) {
        return BigInteger.valueOf(one).multiply(BigInteger.valueOf(other));
    }
}
