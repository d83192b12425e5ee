package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.CommonParts;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.Units;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfDimension;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfGroup;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfIndicator;
import id.berdikari.beneficiary.poverty.Unit.Values;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the units once and counts, in whole numbers only: people in parts of a person, weights in parts of 1. So a unit
 * whose deprivations weigh exactly the cutoff is poor, whatever the weights are.
 */
final class AlkireFosterCount {

    private final List<IndicatorTally> indicators = new ArrayList<>();
    private final CommonParts weights;
    private final Fraction cutoff;
    private final PopulationTally all;
    private final Map<Optional<String>, PopulationTally> groups = new LinkedHashMap<>();

    AlkireFosterCount(List<Indicator> indicators, Fraction cutoff, List<Unit> units) {
        this.cutoff = cutoff;
        weights = CommonParts.of(
                "/indicators", indicators.stream().map(Indicator::weight).toList());
        if (!weights.sum().equals(weights.whole())) {
            throw FieldProblem.at("/indicators", "weights-not-one", new Fraction(weights.sum(), weights.whole()));
        }
        for (var j = 0; j < indicators.size(); j++) {
            this.indicators.add(new IndicatorTally(
                    j, indicators.get(j), weights.counts().get(j), yardstick(j, indicators.get(j), units)));
        }
        all = new PopulationTally(weights.whole());
    }

    private static @Nullable Yardstick yardstick(int position, Indicator indicator, List<Unit> units) {
        var values = new ArrayList<BigDecimal>();
        for (var unit : units) {
            if (unit.observed() instanceof Values given) {
                values.add(given.values().get(position));
            }
        }
        if (values.isEmpty()) {
            return null;
        }
        if (indicator.cutoff() == null) {
            throw FieldProblem.at("/indicators/" + position + "/cutoff", "required");
        }
        return Yardstick.of(indicator.cutoff(), values);
    }

    AlkireFoster of(List<Unit> units) {
        var sizes = CommonParts.of("/units", units.stream().map(Unit::size).toList());
        if (sizes.sum().signum() == 0) {
            throw FieldProblem.at("/units", "population-zero");
        }
        for (var i = 0; i < units.size(); i++) {
            add(units.get(i), sizes.counts().get(i));
        }
        for (var i = 0; i < units.size(); i++) {
            if (group(units.get(i)).people().signum() == 0) {
                throw FieldProblem.at("/units/" + i + "/group", "group-without-population");
            }
        }
        var isMeasured = units.stream().allMatch(unit -> unit.observed() instanceof Values);
        return new AlkireFoster(
                all.headcountRatio(),
                all.intensity(),
                all.adjustedHeadcountRatio(),
                isMeasured ? perHead(IndicatorTally::weightedGaps) : null,
                isMeasured ? perHead(IndicatorTally::weightedSquaredGaps) : null,
                indicators.stream().map(this::ofIndicator).toList(),
                ofDimensions(),
                ofGroups());
    }

    private void add(Unit unit, BigInteger size) {
        var deprived = indicators.stream()
                .filter(each -> each.isDeprived(unit.observed()))
                .toList();
        var score = deprived.stream().map(IndicatorTally::weight).reduce(BigInteger.ZERO, BigInteger::add);
        var isPoor = new Fraction(score, weights.whole()).compareTo(cutoff) >= 0;
        deprived.forEach(each -> each.add(unit.observed(), size, isPoor));
        all.add(size, score, isPoor);
        group(unit).add(size, score, isPoor);
    }

    private PopulationTally group(Unit unit) {
        return groups.computeIfAbsent(Optional.ofNullable(unit.group()), _ -> new PopulationTally(weights.whole()));
    }

    private Fraction perHead(Function<IndicatorTally, Fraction> gaps) {
        var sum = indicators.stream().map(gaps).reduce(Fraction.ZERO, Fraction::plus);
        return new Fraction(
                sum.numerator(), sum.denominator().multiply(weights.whole()).multiply(all.people()));
    }

    private OfIndicator ofIndicator(IndicatorTally tally) {
        return new OfIndicator(
                tally.indicator().code(),
                tally.uncensoredHeadcount(all.people()),
                tally.censoredHeadcount(all.people()),
                contribution(tally.deprivationsOfThePoor()));
    }

    private List<OfDimension> ofDimensions() {
        var deprivations = new LinkedHashMap<Optional<String>, BigInteger>();
        for (var each : indicators) {
            deprivations.merge(
                    Optional.ofNullable(each.indicator().dimension()), each.deprivationsOfThePoor(), BigInteger::add);
        }
        return Units.named(deprivations).entrySet().stream()
                .map(each -> new OfDimension(each.getKey().orElse(null), contribution(each.getValue())))
                .toList();
    }

    private List<OfGroup> ofGroups() {
        return Units.named(groups).entrySet().stream()
                .map(each -> new OfGroup(
                        each.getKey().orElse(null),
                        new Fraction(each.getValue().people(), all.people()),
                        each.getValue().headcountRatio(),
                        each.getValue().intensity(),
                        each.getValue().adjustedHeadcountRatio()))
                .toList();
    }

    private @Nullable Fraction contribution(BigInteger deprivations) {
        return all.deprivationsOfThePoor().signum() == 0
                ? null
                : new Fraction(deprivations, all.deprivationsOfThePoor());
    }
}
