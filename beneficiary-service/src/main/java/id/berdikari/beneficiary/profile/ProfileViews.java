package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.area.Gazetteer.Place;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.profile.Breakdown.Row;
import id.berdikari.beneficiary.profile.Deprivations.OfOne;
import id.berdikari.beneficiary.profile.MeasuredSets.DescribedIndicator;
import id.berdikari.beneficiary.profile.ProfileView.AreaView;
import id.berdikari.beneficiary.profile.ProfileView.CauseView;
import id.berdikari.beneficiary.profile.ProfileView.CausesView;
import id.berdikari.beneficiary.profile.ProfileView.CoverageView;
import id.berdikari.beneficiary.profile.ProfileView.DecileView;
import id.berdikari.beneficiary.profile.ProfileView.DeprivationsView;
import id.berdikari.beneficiary.profile.ProfileView.DimensionView;
import id.berdikari.beneficiary.profile.ProfileView.GroupView;
import id.berdikari.beneficiary.profile.ProfileView.IndicatorView;
import id.berdikari.beneficiary.profile.ProfileView.LevelView;
import id.berdikari.beneficiary.profile.ProfileView.LineView;
import id.berdikari.beneficiary.profile.ProfileView.MeasuredView;
import id.berdikari.beneficiary.profile.ProfileView.PartView;
import id.berdikari.beneficiary.profile.ProfileView.PartsView;
import id.berdikari.beneficiary.profile.ProfileView.PoorView;
import id.berdikari.beneficiary.profile.ProfileView.ScoreView;
import id.berdikari.beneficiary.profile.ProfileView.TopicView;
import id.berdikari.beneficiary.profile.Profiling.Profiled;
import id.berdikari.kit.money.Money;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes profiles with names and titles, and leaves out what is hidden. */
@ApplicationScoped
class ProfileViews {

    private final Gazetteer gazetteer;
    private final ProfileTitles titles;

    ProfileViews(Gazetteer gazetteer, ProfileTitles titles) {
        this.gazetteer = gazetteer;
        this.titles = titles;
    }

    ProfileView of(List<Place> path, Profiled profiled) {
        var scope = profiled.scope();
        var profile = profiled.profile();
        return new ProfileView(
                area(path),
                scope.day(),
                new PoorView(scope.poorBy(), titles.of(scope.poorBy(), PoorBy.POOREST_DECILES)),
                profile.isHidden(),
                measured(profiled),
                profile.isHidden()
                        ? new CoverageView(null, null, null, null, null, null)
                        : coverage(profile.coverage()),
                level(profile),
                deprivations(profiled),
                causes(profile.causes()),
                profile.characteristics().stream()
                        .map(topic -> topic(topic, profile.whole().group()))
                        .toList(),
                profile.parts() == null ? null : parts(profile.parts(), profile));
    }

    private static AreaView area(List<Place> path) {
        var area = path.getLast();
        return new AreaView(
                area.code(),
                area.name(),
                area.level(),
                path.subList(0, path.size() - 1).stream().map(Place::name).toList());
    }

    private static CoverageView coverage(Coverage coverage) {
        return new CoverageView(
                coverage.all().households(),
                coverage.all().persons(),
                coverage.householdsWithDecile(),
                coverage.newestDecileDate(),
                coverage.personsAskedAboutDisability(),
                coverage.householdsMeasured());
    }

    private @Nullable MeasuredView measured(Profiled profiled) {
        var set = profiled.set();
        var by = profiled.scope().measuredBy();
        return set == null || profiled.profile().isHidden()
                ? null
                : new MeasuredView(
                        by.code(),
                        by.number(),
                        titles.either(set.indonesian(), set.english()),
                        set.cutoff(),
                        by.year(),
                        profiled.profile().measured().lines().stream()
                                .map(Money::new)
                                .toList());
    }

    private DeprivationsView deprivations(Profiled profiled) {
        var deprivations = profiled.profile().measured().deprivations();
        return new DeprivationsView(
                IntStream.range(0, deprivations.indicators().size())
                        .mapToObj(place -> indicator(
                                profiled.indicators().get(place),
                                deprivations.indicators().get(place)))
                        .toList(),
                deprivations.dimensions().stream()
                        .map(dimension -> new DimensionView(
                                dimension.dimension(),
                                dimension.isHidden(),
                                Figure.ofDefined(dimension.contribution())))
                        .toList());
    }

    private IndicatorView indicator(DescribedIndicator described, OfOne found) {
        return new IndicatorView(
                described.code(),
                titles.either(described.indonesian(), described.english()),
                described.dimension(),
                described.weight(),
                found.hiding(),
                Figure.ofDefined(found.uncensoredHeadcount()),
                Figure.ofDefined(found.censoredHeadcount()),
                Figure.ofDefined(found.contribution()));
    }

    private static LineView line(Measured measured, String part, boolean isOfHouseholds) {
        var level = measured.line(part);
        var hiding = measured.lineHiding(part);
        var everybody = shown(new Row(level.group(), hiding), Group::everybody);
        var sums = hiding == Hiding.NOTHING ? level.sums() : null;
        return new LineView(
                hiding,
                isOfHouseholds ? households(everybody) : null,
                persons(everybody),
                sums == null ? null : Figure.ofDefined(sums.p0()),
                sums == null ? null : Figure.ofDefined(sums.p1()),
                sums == null ? null : Figure.ofDefined(sums.p2()));
    }

    private static ScoreView score(Measured measured, String part, boolean isOfHouseholds) {
        var level = measured.dimensions(part);
        var hiding = measured.dimensionHiding(part);
        var everybody = shown(new Row(level.group(), hiding), Group::everybody);
        var sums = hiding == Hiding.NOTHING ? level.sums() : null;
        return new ScoreView(
                hiding,
                isOfHouseholds ? households(everybody) : null,
                persons(everybody),
                sums == null ? null : Figure.ofDefined(sums.headcountRatio()),
                sums == null ? null : Figure.ofDefined(sums.intensity()),
                sums == null ? null : Figure.ofDefined(sums.adjustedHeadcountRatio()));
    }

    private static LevelView level(AreaProfile profile) {
        var everybody = shown(profile.whole(), Group::everybody);
        var poor = shownPoor(profile.whole());
        return new LevelView(
                households(everybody),
                persons(everybody),
                households(poor),
                persons(poor),
                share(households(poor), households(everybody)),
                share(persons(poor), persons(everybody)),
                profile.whole().hiding(),
                profile.deciles().deciles().stream()
                        .map(decile -> new DecileView(
                                decile.decile(),
                                decile.isHidden(),
                                decile.isHidden() ? null : decile.count().households(),
                                decile.isHidden() ? null : decile.count().persons()))
                        .toList(),
                line(profile.measured(), Group.ALL, true),
                score(profile.measured(), Group.ALL, true));
    }

    private CausesView causes(Causes causes) {
        var everybody = households(shown(causes.whole(), Group::everybody));
        var poor = households(shownPoor(causes.whole()));
        return new CausesView(
                everybody,
                poor,
                causes.whole().hiding(),
                causes.causes().stream()
                        .map(cause -> {
                            var naming = households(shown(cause, Group::everybody));
                            var poorNaming = households(shownPoor(cause));
                            return new CauseView(
                                    cause.group().code(),
                                    titles.of("PovertyCause", cause.group().code()),
                                    cause.hiding(),
                                    naming,
                                    poorNaming,
                                    share(naming, everybody),
                                    share(poorNaming, poor));
                        })
                        .toList());
    }

    private TopicView topic(Breakdown breakdown, Group whole) {
        var topic = breakdown.topic();
        ToIntFunction<Count> unit = switch (topic.of()) {
            case HOUSEHOLD -> Count::households;
            case PERSON -> Count::persons;
        };
        return new TopicView(
                topic,
                titles.of(topic),
                topic.of(),
                breakdown.rows().stream()
                        .map(row -> group(row, topic, unit, whole))
                        .toList());
    }

    private GroupView group(Row row, Topic topic, ToIntFunction<Count> unit, Group whole) {
        var everybody = in(unit, shown(row, Group::everybody));
        var poor = in(unit, shownPoor(row));
        var shareOfEverybody = fraction(everybody, unit.applyAsInt(whole.everybody()));
        var shareOfPoor = fraction(poor, unit.applyAsInt(whole.poor()));
        return new GroupView(
                row.group().code(),
                titles.of(topic.name(), row.group().code()),
                row.hiding(),
                everybody,
                poor,
                Figure.ofDefined(shareOfEverybody),
                Figure.ofDefined(shareOfPoor),
                Figure.ofDefined(ratio(shareOfPoor, shareOfEverybody)));
    }

    private PartsView parts(Breakdown breakdown, AreaProfile profile) {
        var topic = breakdown.topic();
        var names = topic.level() == null
                ? Map.<String, String>of()
                : gazetteer.names(
                        breakdown.rows().stream().map(row -> row.group().code()).toList());
        return new PartsView(
                topic,
                titles.of(topic),
                breakdown.rows().stream()
                        .map(row -> part(row, topic, names, profile))
                        .toList());
    }

    private PartView part(Row row, Topic topic, Map<String, String> names, AreaProfile profile) {
        var code = row.group().code();
        var everybody = shown(row, Group::everybody);
        var poor = shownPoor(row);
        var isOfHouseholds = topic.of() == Topic.Of.HOUSEHOLD;
        return new PartView(
                code,
                names.getOrDefault(code, titles.of(topic.name(), code)),
                row.hiding(),
                isOfHouseholds ? households(everybody) : null,
                persons(everybody),
                isOfHouseholds ? households(poor) : null,
                persons(poor),
                share(persons(poor), persons(everybody)),
                share(persons(poor), profile.whole().group().poor().persons()),
                line(profile.measured(), code, isOfHouseholds),
                score(profile.measured(), code, isOfHouseholds));
    }

    private static @Nullable Count shown(Row row, Function<Group, Count> count) {
        return row.hiding() == Hiding.ALL ? null : count.apply(row.group());
    }

    private static @Nullable Count shownPoor(Row row) {
        return row.hiding() == Hiding.NOTHING ? row.group().poor() : null;
    }

    private static @Nullable Integer households(@Nullable Count count) {
        return in(Count::households, count);
    }

    private static @Nullable Integer persons(@Nullable Count count) {
        return in(Count::persons, count);
    }

    private static @Nullable Integer in(ToIntFunction<Count> unit, @Nullable Count count) {
        return count == null ? null : unit.applyAsInt(count);
    }

    private static @Nullable Figure share(@Nullable Integer part, @Nullable Integer whole) {
        return Figure.ofDefined(fraction(part, whole));
    }

    private static @Nullable Fraction fraction(@Nullable Integer part, @Nullable Integer whole) {
        return part == null || whole == null || whole == 0
                ? null
                : new Fraction(BigInteger.valueOf(part), BigInteger.valueOf(whole));
    }

    private static @Nullable Fraction ratio(@Nullable Fraction share, @Nullable Fraction other) {
        return share == null || other == null || other.signum() == 0
                ? null
                : new Fraction(
                        share.numerator().multiply(other.denominator()),
                        share.denominator().multiply(other.numerator()));
    }
}
