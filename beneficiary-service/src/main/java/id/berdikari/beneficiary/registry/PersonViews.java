package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.kit.problem.KitProblem;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows each caller as much of a person as their work needs: who it is to those who work with people, facts to all staff. */
@ApplicationScoped
class PersonViews {

    private final PersonRevisions revisions;
    private final Memberships memberships;
    private final Registrar registrar;
    private final DuplicateWatch watch;
    private final Gazetteer gazetteer;
    private final IdentityVault vault;
    private final Caller caller;

    PersonViews(
            PersonRevisions revisions,
            Memberships memberships,
            Registrar registrar,
            DuplicateWatch watch,
            Gazetteer gazetteer,
            IdentityVault vault,
            Caller caller) {
        this.revisions = revisions;
        this.memberships = memberships;
        this.registrar = registrar;
        this.watch = watch;
        this.gazetteer = gazetteer;
        this.vault = vault;
        this.caller = caller;
    }

    boolean seesIdentities() {
        return Stream.of(Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER).anyMatch(caller::hasRole);
    }

    PersonView of(Person person) {
        return of(person, person, memberships.ofPerson(person.id()), registrar.today());
    }

    /** As it stood on a day; a correction of a slip holds since the change that it corrects. */
    PersonView asOf(Person person, @Nullable LocalDate day) {
        if (day == null) {
            return of(person);
        }
        registrar.dayAfter("asOf", day, null);
        var state = PersonState.asOf(day, states(person)).orElseThrow(KitProblem.NOT_FOUND::refused);
        return of(person, state, memberships.ofPerson(person.id(), day), day);
    }

    PersonView.HistoryView history(Person person) {
        var states = states(person);
        var versions = new ArrayList<PersonView.VersionView>();
        for (var i = 0; i < states.size(); i++) {
            versions.add(version(states.get(i), i + 1 < states.size() ? states.get(i + 1) : null));
        }
        return new PersonView.HistoryView(
                versions,
                memberships.historyOfPerson(person.id()).stream()
                        .map(MembershipView::of)
                        .toList());
    }

    Set<PersonWarning> warnings(PersonState state, LocalDate day) {
        return PersonWarning.of(state.identity(vault), state.facts(), day, gazetteer::isCurrent);
    }

    PersonView.@Nullable IdentityView identity(PersonState state) {
        var identity = seesIdentities() ? state.identity(vault) : null;
        return identity == null ? null : PersonView.IdentityView.of(identity, state.facts());
    }

    private List<PersonState> states(Person person) {
        var states = new ArrayList<PersonState>();
        states.add(person);
        states.addAll(revisions.of(person.id()));
        return states;
    }

    private PersonView of(Person person, PersonState state, Optional<Membership> home, LocalDate day) {
        var facts = state.facts();
        var isDead = person.statusOn(day) == Person.Status.DECEASED;
        return new PersonView(
                person.id(),
                person.statusOn(day),
                person.areaCode(),
                home.map(Membership::householdId).orElse(null),
                home.map(Membership::relation).orElse(null),
                identity(state),
                facts.birthYear(),
                facts.sex(),
                facts.education(),
                facts.maritalStatus(),
                facts.livelihood(),
                facts.functioning() == null ? null : facts.functioning().answers(),
                facts.disabled(),
                isDead ? person.diedOn() : null,
                warnings(state, day),
                watch.openAbout(person.id()),
                person.mergedInto(),
                state.since(),
                state.recording().by(),
                state.recording().at(),
                person.updatedAt(),
                person.erasedOn());
    }

    private PersonView.VersionView version(PersonState state, @Nullable PersonState before) {
        var facts = state.facts();
        return new PersonView.VersionView(
                state.since(),
                state.recording().by(),
                state.recording().at(),
                Changes.between(
                        before == null ? null : Changes.fieldsOf(before, before.identity(vault)),
                        Changes.fieldsOf(state, state.identity(vault))),
                identity(state),
                facts.birthYear(),
                facts.sex(),
                facts.education(),
                facts.maritalStatus(),
                facts.livelihood(),
                facts.functioning() == null ? null : facts.functioning().answers());
    }
}
