package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.CommonParts;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.SmallCells;
import id.berdikari.beneficiary.poverty.AlkireFosterSums;
import id.berdikari.beneficiary.profile.MeasuredSets.DescribedIndicator;
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

    static Deprivations of(List<DescribedIndicator> set, List<Deprived> households, AlkireFosterSums sums) {
        if (households.isEmpty()) {
            return NONE;
        }
        var weights = CommonParts.of(
                "/indicators", set.stream().map(DescribedIndicator::share).toList());
        var groups = set.stream()
                .map(indicator -> group(indicator.code(), households, each -> each.isOf(indicator.code())))
                .toList();
        var hidings = hidings(groups, group(Group.ALL, households, _ -> true));
        var indicators = IntStream.range(0, set.size())
                .mapToObj(place -> new OfOne(
                        set.get(place).code(),
                        hidings.get(place),
                        shown(
                                hidings.get(place) != Hiding.ALL,
                                sums.share(groups.get(place).everybody().persons())),
                        shown(
                                hidings.get(place) == Hiding.NOTHING,
                                sums.share(groups.get(place).poor().persons())),
                        shown(
                                hidings.get(place) == Hiding.NOTHING,
                                sums.contribution(
                                        weights.counts().get(place).longValueExact(),
                                        groups.get(place).poor().persons()))))
                .toList();
        return new Deprivations(indicators, dimensions(set, indicators));
    }

    private static List<Hiding> hidings(List<Group> groups, Group whole) {
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

    private static List<OfDimension> dimensions(List<DescribedIndicator> set, List<OfOne> indicators) {
        return set.stream()
                .map(DescribedIndicator::dimension)
                .distinct()
                .map(name -> {
                    var own = IntStream.range(0, set.size())
                            .filter(place -> set.get(place).dimension().equals(name))
                            .mapToObj(indicators::get)
                            .toList();
                    var isHidden = own.stream().anyMatch(indicator -> indicator.hiding() != Hiding.NOTHING);
                    return new OfDimension(name, isHidden, isHidden ? null : sum(own));
                })
                .toList();
    }

    private static @Nullable Fraction sum(List<OfOne> indicators) {
        var sum = Fraction.ZERO;
        for (var indicator : indicators) {
            if (indicator.contribution() == null) {
                return null;
            }
            sum = sum.plus(indicator.contribution());
        }
        return sum;
    }

    private static @Nullable Fraction shown(boolean isShown, @Nullable Fraction figure) {
        return isShown ? figure : null;
    }
}
