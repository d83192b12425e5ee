package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person or household of a population.
 *
 * @param size for how many people it stands: household size times survey weight
 */
record Unit(Fraction size, @Nullable String group, Observed observed) {

    /** What is known of it, in the order of the indicators. */
    sealed interface Observed {}

    record Values(List<BigDecimal> values) implements Observed {}

    record Deprivations(List<Boolean> deprived) implements Observed {}
}
