package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Adds up a population or a part of it; people and weights are counted in whole parts. */
final class PopulationTally {

    private final BigInteger wholeWeight;
    private BigInteger people = BigInteger.ZERO;
    private BigInteger poor = BigInteger.ZERO;
    private BigInteger deprivationsOfThePoor = BigInteger.ZERO;

    PopulationTally(BigInteger wholeWeight) {
        this.wholeWeight = wholeWeight;
    }

    void add(BigInteger size, BigInteger score, boolean isPoor) {
        people = people.add(size);
        if (isPoor) {
            poor = poor.add(size);
            deprivationsOfThePoor = deprivationsOfThePoor.add(size.multiply(score));
        }
    }

    BigInteger people() {
        return people;
    }

    BigInteger deprivationsOfThePoor() {
        return deprivationsOfThePoor;
    }

    Fraction headcountRatio() {
        return new Fraction(poor, people);
    }

    @Nullable
    Fraction intensity() {
        return poor.signum() == 0 ? null : new Fraction(deprivationsOfThePoor, poor.multiply(wholeWeight));
    }

    Fraction adjustedHeadcountRatio() {
        return new Fraction(deprivationsOfThePoor, people.multiply(wholeWeight));
    }
}
