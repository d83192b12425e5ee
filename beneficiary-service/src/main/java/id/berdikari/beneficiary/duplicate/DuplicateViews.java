package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.registry.PersonProfile;
import id.berdikari.beneficiary.registry.PersonProfiles;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Shows two records side by side: who it is to those who work with people, how they agree to all staff. */
@ApplicationScoped
class DuplicateViews {

    private final PersonProfiles profiles;
    private final Caller caller;

    DuplicateViews(PersonProfiles profiles, Caller caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    DuplicateView of(SuspectedDuplicate question) {
        return of(question, profiles.of(question.people()));
    }

    /** Who the questions are about, opened at once. */
    Map<UUID, PersonProfile> people(List<SuspectedDuplicate> questions) {
        var ids = new HashSet<UUID>();
        questions.forEach(question -> ids.addAll(question.people()));
        return profiles.of(ids);
    }

    DuplicateView of(SuspectedDuplicate question, Map<UUID, PersonProfile> people) {
        var first = people.get(question.pair().first());
        var second = people.get(question.pair().second());
        return new DuplicateView(
                question.id(),
                question.status(),
                question.band(),
                Likeness.bits(question.score()),
                question.people().stream().map(id -> record(id, people)).toList(),
                first == null || second == null
                        ? List.of()
                        : DuplicateView.AgreementView.of(Likeness.of(first, second)),
                question.origin(),
                question.foundAt(),
                question.resolvedBy(),
                question.resolvedAt(),
                question.survivorId());
    }

    private boolean seesIdentities() {
        return Stream.of(Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER).anyMatch(caller::hasRole);
    }

    private DuplicateView.RecordView record(UUID id, Map<UUID, PersonProfile> people) {
        var person = seesIdentities() ? people.get(id) : null;
        return new DuplicateView.RecordView(id, person == null ? null : DuplicateView.WhoView.of(person));
    }
}
