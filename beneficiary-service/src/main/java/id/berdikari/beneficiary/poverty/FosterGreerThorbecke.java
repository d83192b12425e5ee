package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.CommonParts;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;

/**
 * The class of poverty measures by Foster, Greer and Thorbecke (Econometrica 52, 1984), weighted:
 *
 * <pre>P_a = sum over x_i &lt; z of n_i ((z - x_i) / z)^a  /  sum of all n_i</pre>
 *
 * <p>x is a value such as consumption per head and month, z the poverty line in the same unit, n a weight. Whoever has exactly
 * z is not poor, as in Indonesia's official statistics. All three lie from 0 to 1 and are never undefined, because the line and
 * the sum of weights are above zero.
 *
 * @param p0 the share of the poor (headcount ratio)
 * @param p1 the poverty gap: how far, on average over all, people fall short of the line, as a share of it
 * @param p2 the squared gap: severity, which counts the poorest more
 */
record FosterGreerThorbecke(Fraction p0, Fraction p1, Fraction p2) {

    /** What one person or household has, and for how many it stands. */
    record Observation(BigDecimal value, Fraction weight) {}

    static FosterGreerThorbecke of(Fraction line, List<Observation> observations) {
        var weights = CommonParts.of(
                "/observations", observations.stream().map(Observation::weight).toList());
        var population = weights.sum();
        if (population.signum() == 0) {
            throw FieldProblem.at("/observations", "population-zero");
        }
        var yardstick =
                Yardstick.of(line, observations.stream().map(Observation::value).toList());
        var poor = BigInteger.ZERO;
        var gaps = BigInteger.ZERO;
        var squaredGaps = BigInteger.ZERO;
        for (var i = 0; i < observations.size(); i++) {
            var shortfall = yardstick.shortfall(observations.get(i).value());
            if (shortfall.signum() > 0) {
                var weight = weights.counts().get(i);
                var gap = weight.multiply(shortfall);
                poor = poor.add(weight);
                gaps = gaps.add(gap);
                squaredGaps = squaredGaps.add(gap.multiply(shortfall));
            }
        }
        var whole = yardstick.line();
        return new FosterGreerThorbecke(
                new Fraction(poor, population),
                new Fraction(gaps, population.multiply(whole)),
                new Fraction(squaredGaps, population.multiply(whole).multiply(whole)));
    }
}
