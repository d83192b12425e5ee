package id.berdikari.beneficiary.nomination;

import id.berdikari.beneficiary.beneficiary.ApprovedNeed;
import id.berdikari.event.ConsentPurpose;
import id.berdikari.kit.problem.FieldProblem;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a meeting resolved, as one of its deciders wrote it down. */
record Proposal(
        Outcome outcome,
        LocalDate heldOn,
        List<String> deciders,
        int votesFor,
        int votesAgainst,
        List<ApprovedNeed> needs,
        @Nullable String alias,
        @Nullable String publicStory,
        @Nullable String reason) {

    private static final int QUORUM = 3;

    @Schema(name = "DecisionOutcome")
    enum Outcome {
        APPROVE,
        WAITLIST,
        REJECT
    }

    /** Refuses a meeting that could not decide this case so. */
    void check(String proposer, Collection<String> earlierHands, Survey survey) {
        Listing.requirePeople("/deciders", deciders, QUORUM, proposer);
        if (!Collections.disjoint(deciders, earlierHands)) {
            throw NominationProblem.DECIDER_TOOK_PART.refused();
        }
        if (votesFor + votesAgainst > deciders.size()) {
            throw FieldProblem.at("/votes", "more-votes-than-deciders");
        }
        if (outcome == Outcome.APPROVE) {
            checkApproval(survey);
        }
        if (!survey.consents(ConsentPurpose.PUBLICATION)) {
            requireAbsent("/alias", alias);
            requireAbsent("/publicStory", publicStory);
        }
    }

    /** What remains when personal data are erased. */
    Proposal withoutText() {
        return new Proposal(outcome, heldOn, deciders, votesFor, votesAgainst, List.of(), null, null, null);
    }

    private void checkApproval(Survey survey) {
        if (!survey.consents(ConsentPurpose.ASSISTANCE)) {
            throw NominationProblem.ASSISTANCE_NOT_CONSENTED.refused();
        }
        if (votesFor * 2 <= deciders.size()) {
            throw FieldProblem.at("/votes/for", "no-majority");
        }
        if (needs.isEmpty()) {
            throw FieldProblem.at("/needs", "required");
        }
        Listing.requireDistinct("/needs", "/programType", needs, ApprovedNeed::programType);
        for (var i = 0; i < needs.size(); i++) {
            if (!survey.found(needs.get(i).programType())) {
                throw FieldProblem.at("/needs/" + i + "/programType", "need-not-surveyed");
            }
        }
    }

    private static void requireAbsent(String pointer, @Nullable String text) {
        if (text != null) {
            throw FieldProblem.at(pointer, "publication-not-consented");
        }
    }
}
