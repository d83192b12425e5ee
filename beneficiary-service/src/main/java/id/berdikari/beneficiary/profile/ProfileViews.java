package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.area.Gazetteer.Place;
import id.berdikari.beneficiary.measure.Figure;
import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.profile.AreaTallies.Coverage;
import id.berdikari.beneficiary.profile.AreaTallies.Scope;
import id.berdikari.beneficiary.profile.Breakdown.Row;
import id.berdikari.beneficiary.profile.ProfileView.AreaView;
import id.berdikari.beneficiary.profile.ProfileView.CauseView;
import id.berdikari.beneficiary.profile.ProfileView.CausesView;
import id.berdikari.beneficiary.profile.ProfileView.CoverageView;
import id.berdikari.beneficiary.profile.ProfileView.DecileView;
import id.berdikari.beneficiary.profile.ProfileView.GroupView;
import id.berdikari.beneficiary.profile.ProfileView.LevelView;
import id.berdikari.beneficiary.profile.ProfileView.PartView;
import id.berdikari.beneficiary.profile.ProfileView.PartsView;
import id.berdikari.beneficiary.profile.ProfileView.PoorView;
import id.berdikari.beneficiary.profile.ProfileView.TopicView;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToIntFunction;
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

    ProfileView of(List<Place> path, Scope scope, AreaProfile profile) {
        return new ProfileView(
                area(path),
                scope.day(),
                new PoorView(scope.poorBy(), titles.of(scope.poorBy(), PoorBy.POOREST_DECILES)),
                profile.isHidden(),
                profile.isHidden() ? new CoverageView(null, null, null, null, null) : coverage(profile.coverage()),
                level(profile),
                causes(profile.causes()),
                profile.characteristics().stream()
                        .map(topic -> topic(topic, profile.whole().group()))
                        .toList(),
                profile.parts() == null
                        ? null
                        : parts(profile.parts(), profile.whole().group()));
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
                coverage.households(),
                coverage.persons(),
                coverage.householdsWithDecile(),
                coverage.newestDecileDate(),
                coverage.personsAskedAboutDisability());
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
                        .toList());
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

    private PartsView parts(Breakdown breakdown, Group whole) {
        var topic = breakdown.topic();
        var names = topic.level() == null
                ? Map.<String, String>of()
                : gazetteer.names(
                        breakdown.rows().stream().map(row -> row.group().code()).toList());
        return new PartsView(
                topic,
                titles.of(topic),
                breakdown.rows().stream()
                        .map(row -> part(row, topic, names, whole))
                        .toList());
    }

    private PartView part(Row row, Topic topic, Map<String, String> names, Group whole) {
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
                share(persons(poor), whole.poor().persons()));
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
