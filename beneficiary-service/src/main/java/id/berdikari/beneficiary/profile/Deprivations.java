package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.SmallCells;
import id.berdikari.beneficiary.poverty.AlkireFoster;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfIndicator;
import id.berdikari.beneficiary.poverty.Indicator;
import id.berdikari.beneficiary.poverty.Unit;
import java.math.BigInteger;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * In what people are deprived, and the poor among them. Contributions of the indicators add up to M0, so that what is hidden of one
 * is hidden of others too, and of their dimensions.
 */
record Deprivations(List<OfOne> indicators, List<OfDimension> dimensions) {

    static final Deprivations NONE = new Deprivations(List.of(), List.of());

    /** A figure that is hidden is null. */
    record OfOne(
            String code,
            Hiding hiding,
            @Nullable Fraction uncensoredHeadcount,
            @Nullable Fraction censoredHeadcount,
            @Nullable Fraction contribution) {}

    record OfDimension(
            String dimension, boolean isHidden, @Nullable Fraction contribution) {}

    static Deprivations of(List<Indicator> set, Fraction cutoff, List<Deprived> households) {
        if (households.isEmpty()) {
            return NONE;
        }
        var measures = AlkireFoster.of(
                set,
                cutoff,
                households.stream()
                        .map(each -> new Unit(
                                new Fraction(BigInteger.valueOf(each.persons()), BigInteger.ONE),
                                null,
                                new Unit.Deprivations(set.stream()
                                        .map(indicator -> each.isOf(indicator.code()))
                                        .toList())))
                        .toList());
        var hidings = hidings(set, households);
        return new Deprivations(
                IntStream.range(0, set.size())
                        .mapToObj(place -> shown(measures.indicators().get(place), hidings.get(place)))
                        .toList(),
                measures.dimensions().stream()
                        .map(dimension -> shown(dimension, set, hidings))
                        .toList());
    }

    private static List<Hiding> hidings(List<Indicator> set, List<Deprived> households) {
        var whole = group(Group.ALL, households, _ -> true);
        var groups = set.stream()
                .map(indicator -> group(indicator.code(), households, each -> each.isOf(indicator.code())))
                .toList();
        var ownHidings = groups.stream()
                .map(group -> group.everybody().isNone() ? Hiding.NOTHING : group.hidingOf(whole))
                .toList();
        var poorHidden = SmallCells.hidden(IntStream.range(0, groups.size())
                .mapToObj(place -> new SmallCells.Cell(
                        ownHidings.get(place) != Hiding.NOTHING,
                        List.of(
                                groups.get(place).poor().households(),
                                groups.get(place).poor().persons())))
                .toList());
        return IntStream.range(0, groups.size())
                .mapToObj(place -> ownHidings.get(place) == Hiding.NOTHING && poorHidden.contains(place)
                        ? Hiding.POOR
                        : ownHidings.get(place))
                .toList();
    }

    private static Group group(String code, List<Deprived> households, Predicate<Deprived> condition) {
        return households.stream()
                .filter(condition)
                .map(each -> each.poor()
                        ? new Group(code, each.count(), Count.NONE)
                        : new Group(code, Count.NONE, each.count()))
                .reduce(new Group(code, Count.NONE, Count.NONE), Group::plus);
    }

    private static OfOne shown(OfIndicator indicator, Hiding hiding) {
        return new OfOne(
                indicator.code(),
                hiding,
                hiding == Hiding.ALL ? null : indicator.uncensoredHeadcount(),
                hiding == Hiding.NOTHING ? indicator.censoredHeadcount() : null,
                hiding == Hiding.NOTHING ? indicator.contribution() : null);
    }

    private static OfDimension shown(AlkireFoster.OfDimension dimension, List<Indicator> set, List<Hiding> hidings) {
        var name = String.valueOf(dimension.dimension());
        var isHidden = IntStream.range(0, set.size())
                .anyMatch(place -> name.equals(set.get(place).dimension()) && hidings.get(place) != Hiding.NOTHING);
        return new OfDimension(name, isHidden, isHidden ? null : dimension.contribution());
    }
}
