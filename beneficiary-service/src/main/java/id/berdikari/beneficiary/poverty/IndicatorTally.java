package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.poverty.Unit.Deprivations;
import id.berdikari.beneficiary.poverty.Unit.Observed;
import id.berdikari.beneficiary.poverty.Unit.Values;
import java.math.BigInteger;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Adds up who is deprived in one indicator; people and weights are counted in whole parts. */
final class IndicatorTally {

    private final int position;
    private final Indicator indicator;
    private final BigInteger weight;
    private final @Nullable Yardstick yardstick;
    private BigInteger deprived = BigInteger.ZERO;
    private BigInteger deprivedPoor = BigInteger.ZERO;
    private BigInteger gaps = BigInteger.ZERO;
    private BigInteger squaredGaps = BigInteger.ZERO;

    /** Without a yardstick no unit may give values. */
    IndicatorTally(int position, Indicator indicator, BigInteger weight, @Nullable Yardstick yardstick) {
        this.position = position;
        this.indicator = indicator;
        this.weight = weight;
        this.yardstick = yardstick;
    }

    Indicator indicator() {
        return indicator;
    }

    BigInteger weight() {
        return weight;
    }

    boolean isDeprived(Observed observed) {
        return switch (observed) {
            case Values values -> shortfall(values).signum() > 0;
            case Deprivations judged -> judged.deprived().get(position);
        };
    }

    /** Adds a unit that is deprived here. */
    void add(Observed observed, BigInteger size, boolean isPoor) {
        deprived = deprived.add(size);
        if (isPoor) {
            deprivedPoor = deprivedPoor.add(size);
            if (observed instanceof Values values) {
                var shortfall = shortfall(values);
                var gap = size.multiply(shortfall);
                gaps = gaps.add(gap);
                squaredGaps = squaredGaps.add(gap.multiply(shortfall));
            }
        }
    }

    Fraction uncensoredHeadcount(BigInteger people) {
        return new Fraction(deprived, people);
    }

    Fraction censoredHeadcount(BigInteger people) {
        return new Fraction(deprivedPoor, people);
    }

    BigInteger deprivationsOfThePoor() {
        return weight.multiply(deprivedPoor);
    }

    /** The sum over the poor of size, weight and normalised gap. */
    Fraction weightedGaps() {
        return new Fraction(weight.multiply(gaps), line());
    }

    /** The same with the square of the normalised gap. */
    Fraction weightedSquaredGaps() {
        return new Fraction(weight.multiply(squaredGaps), line().multiply(line()));
    }

    private BigInteger shortfall(Values values) {
        return Objects.requireNonNull(yardstick).shortfall(values.values().get(position));
    }

    private BigInteger line() {
        return Objects.requireNonNull(yardstick).line();
    }
}
