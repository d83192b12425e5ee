package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.problem.KitProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows each caller as much of a household as their work needs. */
@ApplicationScoped
class HouseholdViews {

    private final HouseholdRevisions revisions;
    private final PersonRevisions personRevisions;
    private final Memberships memberships;
    private final Persons persons;
    private final PersonViews personViews;
    private final Registrar registrar;
    private final Gazetteer gazetteer;
    private final IdentityVault vault;

    HouseholdViews(
            HouseholdRevisions revisions,
            PersonRevisions personRevisions,
            Memberships memberships,
            Persons persons,
            PersonViews personViews,
            Registrar registrar,
            Gazetteer gazetteer,
            IdentityVault vault) {
        this.revisions = revisions;
        this.personRevisions = personRevisions;
        this.memberships = memberships;
        this.persons = persons;
        this.personViews = personViews;
        this.registrar = registrar;
        this.gazetteer = gazetteer;
        this.vault = vault;
    }

    HouseholdView of(Household household) {
        var members = memberships.of(household.id());
        var people =
                persons.of(personIds(members)).stream().collect(Collectors.toMap(Person::id, PersonState.class::cast));
        return view(household, household, members, people, registrar.today());
    }

    /** As it stood on a day; a correction of a slip holds since the change that it corrects. */
    HouseholdView asOf(Household household, @Nullable LocalDate day) {
        if (day == null) {
            return of(household);
        }
        registrar.dayAfter("asOf", day, null);
        var state = HouseholdState.asOf(day, states(household)).orElseThrow(KitProblem.NOT_FOUND::refused);
        var members = memberships.of(household.id(), day);
        return view(household, state, members, peopleOn(day, personIds(members)), day);
    }

    HouseholdView.HistoryView history(Household household) {
        var states = states(household);
        var versions = new ArrayList<HouseholdView.VersionView>();
        for (var i = 0; i < states.size(); i++) {
            versions.add(version(states.get(i), i + 1 < states.size() ? states.get(i + 1) : null));
        }
        return new HouseholdView.HistoryView(
                versions,
                memberships.historyOf(household.id()).stream()
                        .map(MembershipView::of)
                        .toList());
    }

    private HouseholdView view(
            Household household,
            HouseholdState state,
            List<Membership> members,
            Map<UUID, PersonState> people,
            LocalDate day) {
        var dwelling = state.dwelling(vault);
        var facts = state.facts();
        var isMerged = household.statusOn(day) == Household.Status.MERGED;
        var residents = members.stream()
                .map(member -> new HouseholdWarning.Resident(
                        member.relation(), person(people, member).facts()))
                .toList();
        return new HouseholdView(
                household.id(),
                household.statusOn(day),
                state.areaCode(),
                shown(dwelling),
                facts.livelihood(),
                facts.assets(),
                facts.causes(),
                facts.dtsen(),
                members.stream()
                        .map(member -> member(member, person(people, member), day))
                        .toList(),
                isMerged || household.erasedOn() != null
                        ? Set.of()
                        : HouseholdWarning.of(
                                dwelling == null ? null : dwelling.familyCard(),
                                state.areaCode(),
                                residents,
                                day,
                                gazetteer::isCurrent),
                state.since(),
                state.recording().by(),
                state.recording().at(),
                household.updatedAt(),
                household.splitFrom(),
                isMerged ? household.mergedInto() : null,
                household.erasedOn());
    }

    private HouseholdView.MemberView member(Membership member, PersonState person, LocalDate day) {
        var facts = person.facts();
        return new HouseholdView.MemberView(
                member.personId(),
                member.relation(),
                member.since(),
                personViews.identity(person),
                facts.birthYear(),
                facts.sex(),
                facts.disabled(),
                personViews.warnings(person, day));
    }

    private HouseholdView.VersionView version(HouseholdState state, @Nullable HouseholdState before) {
        var facts = state.facts();
        var dwelling = state.dwelling(vault);
        return new HouseholdView.VersionView(
                state.since(),
                state.recording().by(),
                state.recording().at(),
                Changes.between(
                        before == null ? null : Changes.fieldsOf(before, before.dwelling(vault)),
                        Changes.fieldsOf(state, dwelling)),
                state.areaCode(),
                shown(dwelling),
                facts.livelihood(),
                facts.assets(),
                facts.causes(),
                facts.dtsen());
    }

    private HouseholdView.@Nullable DwellingView shown(@Nullable Dwelling dwelling) {
        return dwelling == null || !personViews.seesIdentities() ? null : HouseholdView.DwellingView.of(dwelling);
    }

    private List<HouseholdState> states(Household household) {
        var states = new ArrayList<HouseholdState>();
        states.add(household);
        states.addAll(revisions.of(household.id()));
        return states;
    }

    /** Somebody who lived there before anything of them was recorded is shown as first recorded. */
    private Map<UUID, PersonState> peopleOn(LocalDate day, Collection<UUID> ids) {
        var states = new HashMap<UUID, List<PersonState>>();
        persons.of(ids)
                .forEach(person -> states.computeIfAbsent(person.id(), _ -> new ArrayList<>())
                        .add(person));
        personRevisions
                .of(ids)
                .forEach(revision -> states.computeIfAbsent(revision.personId(), _ -> new ArrayList<>())
                        .add(revision));
        return states.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> PersonState.asOf(day, entry.getValue())
                                .orElseGet(() -> entry.getValue().getLast())));
    }

    private static List<UUID> personIds(List<Membership> members) {
        return members.stream().map(Membership::personId).toList();
    }

    private static PersonState person(Map<UUID, PersonState> people, Membership member) {
        return Objects.requireNonNull(people.get(member.personId()));
    }
}
