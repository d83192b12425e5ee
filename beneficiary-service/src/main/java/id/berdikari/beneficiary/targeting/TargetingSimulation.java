package id.berdikari.beneficiary.targeting;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.Units;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a choice of people would miss, held against a line: eligible is who has less than the line.
 *
 * @param groups in the order in which they are first named, without a name for units that name none; empty where none does
 */
record TargetingSimulation(TargetingErrors all, Map<Optional<String>, TargetingErrors> groups) {

    /** A person or household, what it has, and whether it is chosen. */
    record Candidate(
            BigDecimal value, boolean isSelected, @Nullable String group) {}

    static TargetingSimulation of(Fraction line, List<Candidate> candidates) {
        var all = TargetingErrors.NONE;
        var groups = new LinkedHashMap<Optional<String>, TargetingErrors>();
        for (var each : candidates) {
            var isEligible = Fraction.of(each.value()).compareTo(line) < 0;
            all = all.plus(isEligible, each.isSelected());
            groups.compute(
                    Optional.ofNullable(each.group()),
                    (_, errors) ->
                            (errors == null ? TargetingErrors.NONE : errors).plus(isEligible, each.isSelected()));
        }
        return new TargetingSimulation(all, Units.named(groups));
    }
}
