package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.area.Gazetteer;
import id.berdikari.beneficiary.identity.IdentityVault;
import id.berdikari.beneficiary.identity.NationalId;
import id.berdikari.beneficiary.nomination.NominationView.CandidateView;
import id.berdikari.beneficiary.nomination.NominationView.DecisionView;
import id.berdikari.beneficiary.nomination.NominationView.NominatorView;
import id.berdikari.beneficiary.registry.PersonRegister;
import id.berdikari.kit.security.Caller;
import id.berdikari.kit.security.Roles;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Shows each caller as much of a case as their work needs: identities to those who handle it, steps to staff; a partner sees
 * what it sent in and how it stands.
 */
@ApplicationScoped
class NominationViews {

    private final Nominations nominations;
    private final PersonRegister people;
    private final Gazetteer gazetteer;
    private final IdentityVault vault;
    private final Caller caller;

    NominationViews(
            Nominations nominations, PersonRegister people, Gazetteer gazetteer, IdentityVault vault, Caller caller) {
        this.nominations = nominations;
        this.people = people;
        this.gazetteer = gazetteer;
        this.vault = vault;
        this.caller = caller;
    }

    NominationView of(Nomination nomination) {
        var isStaff = Nominations.isStaff(caller);
        var handlesCase =
                Stream.of(Roles.SURVEYOR, Roles.VERIFIER, Roles.DECIDER).anyMatch(caller::hasRole);
        var seesIdentity = handlesCase || !isStaff;
        var survey = nomination.survey();
        return new NominationView(
                nomination.id(),
                nomination.status(),
                nomination.source(),
                nomination.organisation(),
                nomination.nominatedOn(),
                nomination.recordedAt(),
                nomination.areaCode(),
                seesIdentity ? candidate(nomination) : null,
                nomination.livelihood(),
                nomination.reason(),
                seesIdentity ? nominator(nomination) : null,
                handlesCase ? nominations.sameNationalId(nomination) : List.of(),
                isStaff ? nomination.personId() : null,
                handlesCase ? possiblePerson(nomination) : null,
                isStaff ? nomination.preSurvey() : null,
                !isStaff || survey == null ? null : handlesCase ? survey : survey.withoutLocation(),
                isStaff ? nomination.evidenceId() : null,
                isStaff ? nomination.decisions().stream().map(DecisionView::of).toList() : List.of(),
                nomination.beneficiaryId(),
                nomination.erasedOn());
    }

    private @Nullable UUID possiblePerson(Nomination nomination) {
        return nomination.personId() != null || nomination.nikIndex() == null
                ? null
                : people.withNationalId(nomination.nikIndex()).orElse(null);
    }

    private @Nullable CandidateView candidate(Nomination nomination) {
        var candidate = nomination.candidate(vault);
        if (candidate == null) {
            return null;
        }
        var nik = candidate.identity().nik();
        Set<NationalId.Warning> warnings =
                nik == null ? Set.of() : nik.warnings(candidate.birthDate(), candidate.sex(), gazetteer::isCurrent);
        return CandidateView.of(candidate, warnings);
    }

    private @Nullable NominatorView nominator(Nomination nomination) {
        var nominator = nomination.nominator(vault);
        return nominator == null ? null : NominatorView.of(nominator);
    }
}
