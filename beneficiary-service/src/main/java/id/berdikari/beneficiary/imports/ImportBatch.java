package id.berdikari.beneficiary.imports;

import id.berdikari.beneficiary.registry.Application;
import id.berdikari.beneficiary.registry.BulkRegister;
import id.berdikari.beneficiary.registry.BulkRegister.Correction;
import id.berdikari.beneficiary.registry.PersonProfile;
import id.berdikari.kit.problem.FieldErrors;
import id.berdikari.kit.problem.FieldProblem;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Takes some households of a file, and counts them, in one transaction: all of it stands, or nothing. */
@ApplicationScoped
class ImportBatch {

    /** Longer than a batch ever takes; after this somebody else goes on. */
    static final Duration LEASE = Duration.ofMinutes(1);

    /** A household that passed every check but those against what stands in the register. */
    private record Checked(HouseholdRows rows, Application application) {}

    /** A known household of which the file says something new. */
    record Changed(HouseholdRows rows, Application application, Correction correction) {}

    /**
     * Who has to be corrected first, one by one; where there is anybody, the batch is not taken yet.
     *
     * @param entrants the people it brought, at whom somebody has to look
     */
    record Taken(List<Changed> changed, List<PersonProfile> entrants) {}

    private final RegisterImports imports;
    private final BulkRegister register;
    private final SourceKeys keys;
    private final Findings findings;
    private final FieldErrors errors;
    private final Clock clock;

    ImportBatch(
            RegisterImports imports,
            BulkRegister register,
            SourceKeys keys,
            Findings findings,
            FieldErrors errors,
            Clock clock) {
        this.imports = imports;
        this.register = register;
        this.keys = keys;
        this.findings = findings;
        this.errors = errors;
        this.clock = clock;
    }

    /**
     * Nothing where the import was stopped, or somebody else works on it. Known households come before the batch notes how far
     * it came, so that whoever goes on after an interruption still finds what was not corrected.
     *
     * @param handled the keys of known households that were corrected or refused
     */
    @Transactional
    Optional<Taken> take(UUID importId, long from, List<HouseholdRows> households, Set<String> handled) {
        var current = imports.lockAtWork(importId);
        if (!current.isAtWork() || current.rowsDone() != from) {
            return Optional.empty();
        }
        var work = new Work(current, households, handled);
        work.read();
        if (!current.isDryRun() && !work.changed.isEmpty()) {
            QuarkusTransaction.setRollbackOnly();
            return Optional.of(new Taken(work.changed, List.of()));
        }
        work.refuseWhatIsHeld();
        if (!current.isDryRun()) {
            work.register();
        }
        findings.keep(importId, work.kept(current.findings()));
        current.count(new RegisterImport.Count(
                households.getLast().lastLine(),
                work.fresh.size(),
                work.changed.size(),
                work.unchanged,
                work.refused,
                work.found.size()));
        current.workOn(clock.instant(), LEASE);
        return Optional.of(new Taken(List.of(), work.entrants));
    }

    /** Corrects a known household; it alone is refused if a rule speaks against it. */
    @Transactional
    void correct(UUID importId, Changed changed) {
        var current = imports.lockAtWork(importId);
        var ids = register.correct(changed.correction(), changed.application());
        keys.keep(
                current.source(),
                known(current.source(), changed.rows(), changed.correction().householdId(), ids));
        current.count(new RegisterImport.Count(current.rowsDone(), 0, 1, 0, 0, 0));
        current.workOn(clock.instant(), LEASE);
    }

    @Transactional
    void refuse(UUID importId, Changed changed, RuntimeException refused) {
        var current = imports.lockAtWork(importId);
        var found = explain(changed.rows(), refused, current.language());
        findings.keep(importId, current.findings() < Findings.MOST ? found : List.of());
        current.count(new RegisterImport.Count(current.rowsDone(), 0, 0, 0, 1, found.size()));
    }

    private List<Findings.Finding> explain(HouseholdRows rows, RuntimeException refused, Locale language) {
        return errors.explain(refused, language).stream()
                .map(error -> Findings.Finding.at(rows.place(error), error.rule(), error.detail()))
                .toList();
    }

    private Map<SourceKeys.Key, SourceKeys.Known> known(
            String source, HouseholdRows rows, UUID household, List<UUID> persons) {
        var known = new HashMap<SourceKeys.Key, SourceKeys.Known>();
        known.put(
                keys.household(source, rows.sourceKey()),
                new SourceKeys.Known(household, keys.content(rows.householdContent())));
        var members = rows.members();
        for (var i = 0; i < members.size(); i++) {
            var row = members.get(i);
            known.put(
                    keys.person(source, rows.sourceKey(), HouseholdRows.personKey(row)),
                    new SourceKeys.Known(persons.get(i), keys.content(HouseholdRows.personContent(row))));
        }
        return known;
    }

    /** One batch while it is taken. */
    private final class Work {
        private final RegisterImport current;
        private final List<HouseholdRows> households;
        private final Set<String> handled;
        private final List<Checked> fresh = new ArrayList<>();
        private final List<Changed> changed = new ArrayList<>();
        private final List<Findings.Finding> found = new ArrayList<>();
        private final List<PersonProfile> entrants = new ArrayList<>();
        private long unchanged;
        private long refused;

        Work(RegisterImport current, List<HouseholdRows> households, Set<String> handled) {
            this.current = current;
            this.households = households;
            this.handled = handled;
        }

        void read() {
            var source = current.source();
            var wanted = new ArrayList<SourceKeys.Key>();
            for (var rows : households) {
                wanted.add(keys.household(source, rows.sourceKey()));
                rows.members()
                        .forEach(
                                row -> wanted.add(keys.person(source, rows.sourceKey(), HouseholdRows.personKey(row))));
            }
            var known = keys.find(source, wanted);
            register.expect(households.stream()
                    .map(rows -> rows.rows().getFirst().text(Column.AREA_CODE))
                    .distinct()
                    .toList());
            var again = keys.seenBefore(
                    current.id(),
                    households.stream()
                            .map(rows ->
                                    keys.household(source, rows.sourceKey()).hash())
                            .distinct()
                            .toList());
            for (var rows : households) {
                try {
                    var isAgain =
                            !again.add(keys.household(source, rows.sourceKey()).hash());
                    read(rows, known, isAgain);
                } catch (RuntimeException wrong) {
                    refuse(rows, wrong);
                }
            }
        }

        private void read(HouseholdRows rows, Map<SourceKeys.Key, SourceKeys.Known> known, boolean isAgain) {
            if (rows.key().isEmpty()) {
                refuse(new HouseholdRows.Place(rows.firstLine(), Column.HOUSEHOLD_KEY), "household-key-missing");
            } else if (isAgain) {
                refuse(new HouseholdRows.Place(rows.firstLine(), Column.HOUSEHOLD_KEY), "rows-not-together");
            } else if (rows.personTwice().isPresent()) {
                refuse(rows.personTwice().get(), "person-twice-in-household");
            } else if (!rows.contradictions().isEmpty()) {
                refuse(rows.contradictions().getFirst(), "household-rows-differ");
            } else if (!rows.spoilt().isEmpty()) {
                refuse(rows.spoilt().getFirst(), "number-spoilt");
            } else if (!handled.contains(rows.key())) {
                compare(rows, known);
            }
        }

        private void compare(HouseholdRows rows, Map<SourceKeys.Key, SourceKeys.Known> known) {
            var before = known.get(keys.household(current.source(), rows.sourceKey()));
            if (before == null) {
                fresh.add(new Checked(rows, register.read(rows.registration())));
                return;
            }
            var members = rows.members().stream()
                    .map(row -> member(
                            row,
                            known.get(keys.person(current.source(), rows.sourceKey(), HouseholdRows.personKey(row)))))
                    .toList();
            var unnamed = rows.unnamed(row ->
                    known.containsKey(keys.person(current.source(), rows.sourceKey(), HouseholdRows.personKey(row))));
            var ofHousehold = !before.content().equals(keys.content(rows.householdContent()));
            if (unnamed.isPresent()) {
                refuse(unnamed.get(), "person-key-needed");
            } else if (!ofHousehold && members.stream().noneMatch(Correction.Member::changed)) {
                register.requireReach(rows.rows().getFirst().text(Column.AREA_CODE));
                unchanged++;
            } else {
                var standing = register.standing(
                        before.objectId(),
                        members.stream()
                                .map(member -> Optional.ofNullable(member.personId()))
                                .toList());
                changed.add(new Changed(
                        rows,
                        register.read(rows.laidOver(standing)),
                        new Correction(before.objectId(), ofHousehold, members)));
            }
        }

        private Correction.Member member(SheetRow row, SourceKeys.@Nullable Known before) {
            return before == null
                    ? new Correction.Member(null, true)
                    : new Correction.Member(
                            before.objectId(),
                            !before.content().equals(keys.content(HouseholdRows.personContent(row))));
        }

        /** Numbers that somebody in the register has, or that the file names twice. */
        void refuseWhatIsHeld() {
            var held = register.held(fresh.stream().map(Checked::application).toList());
            var numbers = fresh.stream()
                    .flatMap(each -> numbers(each.application()).stream())
                    .distinct()
                    .toList();
            var earlier = current.isDryRun() ? keys.seenBefore(current.id(), numbers) : Set.<String>of();
            var first = new HashSet<String>();
            fresh.removeIf(each -> {
                var application = each.application();
                var pointer = taken(application, held, number -> earlier.contains(number) || !first.add(number));
                pointer.ifPresent(problem -> refuse(each.rows(), problem));
                return pointer.isPresent();
            });
        }

        private Optional<FieldProblem> taken(
                Application application, BulkRegister.Held held, Predicate<String> isInFileBefore) {
            var kk = application.kkIndex().orElse(null);
            if (kk != null && held.kkIndexes().contains(kk)) {
                return Optional.of(FieldProblem.at("/household/familyCard", "family-card-already-registered"));
            }
            if (kk != null && isInFileBefore.test("kk:" + kk)) {
                return Optional.of(FieldProblem.at("/household/familyCard", "number-twice-in-file"));
            }
            for (var i = 0; i < application.nikIndexes().size(); i++) {
                var nik = application.nikIndexes().get(i).orElse(null);
                if (nik != null && held.nikIndexes().contains(nik)) {
                    return Optional.of(FieldProblem.at("/members/" + i + "/person/nik", "nik-already-registered"));
                }
                if (nik != null && isInFileBefore.test("nik:" + nik)) {
                    return Optional.of(FieldProblem.at("/members/" + i + "/person/nik", "number-twice-in-file"));
                }
            }
            return Optional.empty();
        }

        private List<String> numbers(Application application) {
            var numbers = new ArrayList<String>();
            application.kkIndex().ifPresent(kk -> numbers.add("kk:" + kk));
            application.nikIndexes().stream().flatMap(Optional::stream).forEach(nik -> numbers.add("nik:" + nik));
            return numbers;
        }

        void register() {
            var registered =
                    register.register(fresh.stream().map(Checked::application).toList());
            var founded = new HashMap<SourceKeys.Key, SourceKeys.Known>();
            var members = new HashMap<SourceKeys.Key, SourceKeys.Known>();
            for (var i = 0; i < fresh.size(); i++) {
                var rows = fresh.get(i).rows();
                var ids = registered.get(i);
                var household = keys.household(current.source(), rows.sourceKey());
                entrants.addAll(ids.members());
                known(current.source(), rows, ids.householdId(), ids.personIds())
                        .forEach((key, known) -> (key.equals(household) ? founded : members).put(key, known));
            }
            keys.keepNew(current.source(), founded);
            keys.keep(current.source(), members);
        }

        List<Findings.Finding> kept(long before) {
            var room = Math.max(0, Findings.MOST - before);
            return found.size() <= room ? found : found.subList(0, (int) room);
        }

        private void refuse(HouseholdRows.Place place, String rule) {
            var error = errors.explain(FieldProblem.at("", rule), current.language())
                    .getFirst();
            found.add(Findings.Finding.at(place, error.rule(), error.detail()));
            refused++;
        }

        private void refuse(HouseholdRows rows, RuntimeException wrong) {
            found.addAll(explain(rows, wrong, current.language()));
            refused++;
        }
    }
}
