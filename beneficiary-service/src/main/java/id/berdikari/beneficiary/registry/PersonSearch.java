package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.NameSimilarity;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.identity.SpokenName;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.paging.Keyset;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds people by name, by NIK or by facts. Who looks for somebody is kept, but not whom they looked for. */
@ApplicationScoped
class PersonSearch {

    /** Names less similar are not what somebody meant. */
    static final int LEAST = 820;

    /** Somebody found; how similar their name is, in thousandths, where one was asked for. */
    record Hit(Person person, @Nullable Integer similarity) {
        String key() {
            return similarity == null ? person.id().toString() : new Rank(person.id(), similarity).key();
        }
    }

    /** A page with one hit more where another follows; not complete where somebody may not be among them. */
    record Hits(List<Hit> hits, boolean isComplete) {}

    private record Rank(UUID id, int similarity) implements Comparable<Rank> {
        private static final Comparator<Rank> ORDER =
                Comparator.comparingInt(Rank::similarity).reversed().thenComparing(Rank::id);

        static Rank parse(String key) {
            var parts = key.split("/", 2);
            return new Rank(UUID.fromString(parts[1]), Integer.parseInt(parts[0]));
        }

        String key() {
            return similarity + "/" + id;
        }

        @Override
        public int compareTo(Rank other) {
            return ORDER.compare(this, other);
        }
    }

    private final Persons persons;
    private final SearchedPersons searched;
    private final NameKeys names;
    private final PersonViews views;
    private final IdentityVault vault;
    private final Caller caller;
    private final AuditLog audit;

    PersonSearch(
            Persons persons,
            SearchedPersons searched,
            NameKeys names,
            PersonViews views,
            IdentityVault vault,
            Caller caller,
            AuditLog audit) {
        this.persons = persons;
        this.searched = searched;
        this.names = names;
        this.views = views;
        this.vault = vault;
        this.caller = caller;
        this.audit = audit;
    }

    /** Whose name is like this one, most similar first. */
    @Transactional
    Hits byName(SpokenName name, SearchedPersons.Filter filter, Keyset keyset) {
        requireSight(filter);
        requireIdentities();
        var candidates = names.near(name, places(filter.areaCode()), filter.bornFrom(), filter.bornTo());
        var ranks = searched.among(candidates.people(), filter).stream()
                .map(each -> new Rank(each.id(), NameSimilarity.of(name, nameOf(each))))
                .filter(rank -> rank.similarity() >= LEAST)
                .sorted()
                .toList();
        audit.record("search-by-name", "search", Identifiers.next(), "found " + ranks.size());
        var page = ranks.stream()
                .filter(rank -> keyset.after().isEmpty() || rank.compareTo(Rank.parse(keyset.after())) > 0)
                .limit(keyset.fetch())
                .toList();
        var people = people(page.stream().map(Rank::id).toList());
        return new Hits(
                page.stream()
                        .map(rank -> new Hit(Objects.requireNonNull(people.get(rank.id())), rank.similarity()))
                        .toList(),
                candidates.isComplete());
    }

    /** Who has this NIK; where two records were merged, the one that counts. */
    @Transactional
    Hits byNationalId(NationalId nik, SearchedPersons.Filter filter) {
        requireSight(filter);
        requireIdentities();
        var holder = persons.withNationalId(vault.index(nik));
        audit.record(
                "search-by-nik",
                "person",
                holder.map(Person::id).map(UUID::toString).orElse("none"),
                null);
        return new Hits(
                holder.stream()
                        .filter(person ->
                                !searched.among(List.of(person.id()), filter).isEmpty())
                        .map(person -> new Hit(person, null))
                        .toList(),
                true);
    }

    /** All whom these facts fit, newest first. */
    Hits byFacts(SearchedPersons.Filter filter, Keyset keyset) {
        requireSight(filter);
        var ids = searched.list(filter, keyset);
        var people = people(ids);
        return new Hits(
                ids.stream()
                        .map(id -> new Hit(Objects.requireNonNull(people.get(id)), null))
                        .toList(),
                true);
    }

    /** Whoever may not see names cannot ask whose record it is either. */
    private void requireIdentities() {
        if (!views.seesIdentities()) {
            throw KitProblem.FORBIDDEN.refused();
        }
    }

    /** What screenings found is not for surveyors. */
    private void requireSight(SearchedPersons.Filter filter) {
        if (filter.screeningId() != null
                && Stream.of(Roles.VERIFIER, Roles.DECIDER, Roles.AUDITOR).noneMatch(caller::hasRole)) {
            throw KitProblem.FORBIDDEN.refused();
        }
    }

    /** Where the caller's areas and the one asked for overlap; an empty code is everywhere. */
    private List<String> places(@Nullable String areaCode) {
        var asked = areaCode == null ? "" : areaCode;
        var places = new ArrayList<String>();
        for (var prefix : caller.areas().prefixes()) {
            var own = prefix.equals("*") ? "" : prefix;
            if (lies(asked, own)) {
                places.add(asked);
            } else if (lies(own, asked)) {
                places.add(own);
            }
        }
        return places.stream().distinct().toList();
    }

    private static boolean lies(String inner, String outer) {
        return outer.isEmpty() || inner.equals(outer) || inner.startsWith(outer + ".");
    }

    private SpokenName nameOf(SearchedPersons.Sealed person) {
        return SpokenName.of(
                vault.open(Person.IDENTITY, person.id(), person.identity()).fullName());
    }

    private Map<UUID, Person> people(List<UUID> ids) {
        return persons.of(ids).stream().collect(Collectors.toMap(Person::id, Function.identity()));
    }
}
