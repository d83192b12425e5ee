package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.registry.DuplicateWatch;
import id.berdikari.beneficiary.registry.NameKeys;
import id.berdikari.beneficiary.registry.PersonProfile;
import id.berdikari.beneficiary.registry.PersonProfiles;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who may be registered twice: the database finds who shares a key, the rules in {@link Likeness} judge those few. */
@ApplicationScoped
class DuplicateSearch implements DuplicateWatch {

    /** Of somebody who is like many, only the most similar become questions. */
    private static final int QUESTIONS = 10;

    /** How many people one step of a sweep looks at. */
    private static final int STEP = 200;

    /** Somebody in the register who may be a newcomer; who has the same NIK is, however much else differs. */
    record Likely(PersonProfile person, Likeness likeness, Band band, boolean hasSameNationalId) {

        /** The same with their home, which has no part in the likeness to somebody who has none yet. */
        Likely with(PersonProfile atHome) {
            return new Likely(atHome, likeness, band, hasSameNationalId);
        }
    }

    /** What a step of a sweep did, and after whom the next one goes on. */
    record Step(int compared, int found, @Nullable UUID next) {}

    private record Hit(Pair pair, int score, Band band) {}

    private final PersonProfiles profiles;
    private final LikenessKeys keys;
    private final NameKeys names;
    private final SuspectedDuplicates suspected;
    private final Clock clock;

    DuplicateSearch(
            PersonProfiles profiles, LikenessKeys keys, NameKeys names, SuspectedDuplicates suspected, Clock clock) {
        this.profiles = profiles;
        this.keys = keys;
        this.names = names;
        this.suspected = suspected;
        this.clock = clock;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void look(Collection<UUID> people) {
        renew(people, SuspectedDuplicate.Origin.REGISTRATION);
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void lookAfterwards(List<PersonProfile> entrants) {
        lookAt(profiles.lockEntered(entrants), SuspectedDuplicate.Origin.REGISTRATION);
    }

    @Override
    public void lookAtMissed(UUID enteredAfter) {
        var looked = 0;
        do {
            looked = QuarkusTransaction.requiringNew().call(() -> lookAtSomeMissed(enteredAfter));
        } while (looked > 0);
    }

    private int lookAtSomeMissed(UUID enteredAfter) {
        var missed = keys.missing(enteredAfter, STEP);
        lookAt(profiles.lockWithoutHomes(missed), SuspectedDuplicate.Origin.REGISTRATION);
        return missed.size();
    }

    @Override
    public List<UUID> openAbout(UUID personId) {
        return suspected.openAbout(personId);
    }

    @Override
    public void forget(UUID personId) {
        keys.forget(List.of(personId));
    }

    /** Who in the register, and in the caller's areas, may be somebody who is not there yet; most similar first. */
    List<Likely> like(PersonProfile newcomer) {
        var candidates = worthOpening(List.of(newcomer), keys.of(List.of(newcomer))).stream()
                .map(pair -> pair.other(newcomer.id()))
                .collect(Collectors.toCollection(HashSet::new));
        var holder = newcomer.identity().nik() == null
                ? Optional.<UUID>empty()
                : profiles.withNationalId(newcomer.identity().nik());
        holder.ifPresent(candidates::add);
        var likely = profiles.withoutHomes(candidates).values().stream()
                .filter(person -> profiles.areInReach(List.of(person)))
                .flatMap(person -> likely(
                        newcomer, person, holder.filter(person.id()::equals).isPresent())
                        .stream())
                .sorted(Comparator.comparing(Likely::hasSameNationalId)
                        .thenComparingInt(each -> each.likeness().score())
                        .reversed())
                .limit(QUESTIONS)
                .toList();
        var atHome = profiles.of(likely.stream().map(each -> each.person().id()).toList());
        return likely.stream()
                .filter(each -> atHome.containsKey(each.person().id()))
                .map(each -> each.with(
                        Objects.requireNonNull(atHome.get(each.person().id()))))
                .toList();
    }

    /** Looks at the people after one, in the order of their ids; at all, or at those changed since. */
    @Transactional
    Step sweep(@Nullable UUID after, @Nullable Instant changedSince) {
        var ids = profiles.currentAfter(after, changedSince, STEP);
        var found = ids.isEmpty() ? 0 : renew(ids, SuspectedDuplicate.Origin.SWEEP);
        return new Step(ids.size(), found, ids.size() < STEP ? null : ids.getLast());
    }

    /** The score of two records as they are now; nothing where one of them is no record of its own any more. */
    Optional<Likeness> compare(Pair pair) {
        var both = profiles.of(List.of(pair.first(), pair.second()));
        var first = both.get(pair.first());
        var second = both.get(pair.second());
        return first == null || second == null ? Optional.empty() : Optional.of(Likeness.of(first, second));
    }

    /** Renews by what people are found, and looks at them. */
    private int renew(Collection<UUID> ids, SuspectedDuplicate.Origin origin) {
        var people = profiles.withoutHomes(ids);
        names.write(people.values());
        keys.forget(ids);
        return lookAt(people, origin);
    }

    private int lookAt(Map<UUID, PersonProfile> people, SuspectedDuplicate.Origin origin) {
        var keysOfPeople = keys.of(people.values());
        keys.keep(keysOfPeople);
        var pairs = promising(people, worthOpening(people.values(), keysOfPeople));
        var known = subjects(profiles.of(everybody(pairs)));
        var answered = suspected.answered(pairs);
        var hits = pairs.stream()
                .filter(pair -> !answered.contains(pair) && areKnown(pair, known))
                .flatMap(pair -> hit(pair, known).stream())
                .toList();
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var found = 0;
        for (var hit : strongest(people.keySet(), hits)) {
            if (suspected.raise(new SuspectedDuplicate(hit.pair(), hit.score(), hit.band(), origin, at))) {
                found++;
            } else {
                suspected.rescore(hit.pair(), hit.score(), hit.band());
            }
        }
        return found;
    }

    /** In the order of the pairs, so that two who ask the same questions do not wait for each other. */
    private static List<Hit> strongest(Collection<UUID> ids, List<Hit> hits) {
        Map<UUID, List<Hit>> byPerson = new HashMap<>();
        for (var hit : hits) {
            for (var person : List.of(hit.pair().first(), hit.pair().second())) {
                byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(hit);
            }
        }
        return ids.stream()
                .flatMap(id -> byPerson.getOrDefault(id, List.of()).stream()
                        .sorted(Comparator.comparingInt(Hit::score).reversed())
                        .limit(QUESTIONS))
                .distinct()
                .sorted(Comparator.comparing(Hit::pair))
                .toList();
    }

    /** Those with whom they share a key and could become a question, by what rests in the clear. */
    private Set<Pair> worthOpening(Collection<PersonProfile> people, List<LikenessKeys.Keyed> keysOfPeople) {
        var outlines = people.stream().collect(Collectors.toMap(PersonProfile::id, PersonProfile::outline));
        return keys.shared(keysOfPeople).stream()
                .filter(shared -> Likeness.hope(
                                Objects.requireNonNull(outlines.get(shared.one())),
                                shared.outline(),
                                shared.sameName(),
                                shared.samePhone())
                        >= Band.POSSIBLE_FROM)
                .map(LikenessKeys.Shared::pair)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Those that could become questions if they lived with people of like names; few homes need to be looked into for that. */
    private List<Pair> promising(Map<UUID, PersonProfile> people, Collection<Pair> pairs) {
        var others = everybody(pairs);
        others.removeAll(people.keySet());
        var opened = profiles.withoutHomes(others);
        opened.putAll(people);
        var known = subjects(opened);
        return pairs.stream()
                .filter(pair -> areKnown(pair, known))
                .filter(pair -> Band.of(score(pair, known) + Agreement.HOUSEHOLD_ALIKE.weight())
                        .isPresent())
                .toList();
    }

    private static Set<UUID> everybody(Collection<Pair> pairs) {
        return pairs.stream()
                .flatMap(pair -> Stream.of(pair.first(), pair.second()))
                .collect(Collectors.toSet());
    }

    private static Map<UUID, Subject> subjects(Map<UUID, PersonProfile> people) {
        return people.values().stream().collect(Collectors.toMap(PersonProfile::id, Subject::of));
    }

    private static Optional<Hit> hit(Pair pair, Map<UUID, Subject> known) {
        var score = score(pair, known);
        return Band.of(score).map(band -> new Hit(pair, score, band));
    }

    /** Not where one was merged or erased in this moment. */
    private static boolean areKnown(Pair pair, Map<UUID, Subject> known) {
        return known.containsKey(pair.first()) && known.containsKey(pair.second());
    }

    private static int score(Pair pair, Map<UUID, Subject> known) {
        return Likeness.of(
                        Objects.requireNonNull(known.get(pair.first())),
                        Objects.requireNonNull(known.get(pair.second())))
                .score();
    }

    private static Optional<Likely> likely(PersonProfile newcomer, PersonProfile known, boolean hasSameNationalId) {
        var likeness = Likeness.of(newcomer, known);
        var band = hasSameNationalId ? Optional.of(Band.LIKELY) : Band.of(likeness.score());
        return band.map(each -> new Likely(known, likeness, each, hasSameNationalId));
    }
}
