package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.AreaTallies.Scope;
import id.berdikari.beneficiary.profile.MeasuredSets.Described;
import id.berdikari.beneficiary.profile.MeasuredSets.DescribedIndicator;
import id.berdikari.kit.time.LocalDates;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a profile together. */
@ApplicationScoped
class Profiling {

    /** A profile, with what its measurements are; without any, the set is null. */
    record Profiled(
            Scope scope, AreaProfile profile, @Nullable Described set, List<DescribedIndicator> indicators) {}

    private final AreaTallies tallies;
    private final MeasuredSets sets;
    private final LocalDates dates;

    Profiling(AreaTallies tallies, MeasuredSets sets, LocalDates dates) {
        this.tallies = tallies;
        this.sets = sets;
        this.dates = dates;
    }

    /** Of one moment, so that its figures fit together. */
    @Transactional
    Profiled profile(
            String areaCode, PoorBy poor, @Nullable Topic by, @Nullable String dimensionSet, @Nullable Integer year) {
        tallies.stopTheClock();
        var today = dates.today();
        var measuredBy = sets.choose(areaCode, dimensionSet, year, today.getYear());
        var scope = new Scope(areaCode, today, poor, measuredBy);
        var topics = new ArrayList<>(Topic.CHARACTERISTICS);
        if (by != null && !topics.contains(by)) {
            topics.add(by);
        }
        var set = measuredBy.isNothing() ? null : sets.described(measuredBy);
        var indicators = measuredBy.isNothing() ? List.<DescribedIndicator>of() : sets.indicators(measuredBy);
        var measured = Measured.of(
                by, tallies.lines(scope, by), tallies.scores(scope, by), indicators, tallies.deprivations(scope));
        return new Profiled(
                scope,
                AreaProfile.of(
                        tallies.known(scope), tallies.tallies(scope, topics), tallies.causes(scope), measured, by),
                set,
                indicators);
    }
}
