package id.berdikari.beneficiary.duplicate;

import id.berdikari.beneficiary.registry.PersonMerging;
import id.berdikari.beneficiary.registry.PersonProfiles;
import id.berdikari.kit.audit.AuditLog;
import id.berdikari.kit.problem.FieldProblem;
import id.berdikari.kit.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Where people answer whether two records are of one person. */
@ApplicationScoped
class DuplicateDesk {

    private final SuspectedDuplicates suspected;
    private final DuplicateSearch search;
    private final PersonProfiles profiles;
    private final PersonMerging merging;
    private final Caller caller;
    private final Clock clock;
    private final AuditLog audit;

    DuplicateDesk(
            SuspectedDuplicates suspected,
            DuplicateSearch search,
            PersonProfiles profiles,
            PersonMerging merging,
            Caller caller,
            Clock clock,
            AuditLog audit) {
        this.suspected = suspected;
        this.search = search;
        this.profiles = profiles;
        this.merging = merging;
        this.caller = caller;
        this.clock = clock;
        this.audit = audit;
    }

    /** Somebody says that two records may be of one person; where that was asked before, the question there is. */
    @Transactional
    SuspectedDuplicate report(UUID one, UUID other) {
        if (one.equals(other)) {
            throw FieldProblem.at("/otherPersonId", "same-person");
        }
        requireKnown("/personId", one);
        requireKnown("/otherPersonId", other);
        var pair = new Pair(one, other);
        var score = search.compare(pair).map(Likeness::score).orElse(0);
        var band = Band.of(score).orElse(Band.POSSIBLE);
        if (suspected.raise(new SuspectedDuplicate(pair, score, band, SuspectedDuplicate.Origin.REPORT, now()))) {
            audit.record("report-duplicate", "person", one, null);
        }
        return suspected.about(pair).orElseThrow();
    }

    /**
     * The two records become one. They are locked before the question, in the same order as when a record changes and its
     * questions get new scores.
     */
    @Transactional
    SuspectedDuplicate merge(UUID id, UUID survivorId, Set<PersonMerging.Field> fromOther) {
        var asked = suspected.get(id);
        asked.requireOpen();
        if (!asked.people().contains(survivorId)) {
            throw FieldProblem.at("/survivorId", "not-one-of-the-two");
        }
        var absorbedId = asked.pair().other(survivorId);
        var merge = merging.merge(survivorId, absorbedId, fromOther);
        var question = suspected.lock(id);
        question.merged(survivorId, merge, caller.subject(), now());
        for (var told : suspected.toldApartFrom(absorbedId)) {
            inherit(told, new Pair(survivorId, told.pair().other(absorbedId)), id);
        }
        audit.record("resolve-duplicate", "duplicate", id, "MERGED");
        suspected.flush();
        search.forget(absorbedId);
        search.look(List.of(survivorId));
        return question;
    }

    @Transactional
    SuspectedDuplicate tellApart(UUID id) {
        var question = suspected.lock(id);
        question.toldApart(caller.subject(), now());
        audit.record("resolve-duplicate", "duplicate", id, "NOT_THE_SAME");
        suspected.flush();
        return question;
    }

    /** Takes the answer back, and with it the merge. */
    @Transactional
    SuspectedDuplicate undo(UUID id) {
        var asked = suspected.get(id);
        asked.requireResolved();
        var isMerged = asked.status() == SuspectedDuplicate.Status.MERGED;
        if (isMerged) {
            merging.undo(Objects.requireNonNull(asked.mergeId()));
            suspected.forgetFollowing(id);
        }
        var question = suspected.lock(id);
        question.requireResolved();
        question.reopen();
        audit.record("undo-duplicate", "duplicate", id, null);
        suspected.flush();
        if (isMerged) {
            search.look(asked.people());
        }
        return question;
    }

    /** Who was told apart from the absorbed record is told apart from the one that counts. */
    private void inherit(SuspectedDuplicate told, Pair pair, UUID merged) {
        var question = suspected.about(pair).orElseGet(() -> {
            var asked = new SuspectedDuplicate(pair, told.score(), told.band(), told.origin(), told.foundAt());
            suspected.persist(asked);
            return asked;
        });
        if (question.status() == SuspectedDuplicate.Status.OPEN) {
            question.follow(told, merged);
        }
    }

    private void requireKnown(String pointer, UUID personId) {
        var profile = profiles.of(List.of(personId)).get(personId);
        if (profile == null || !profiles.areInReach(List.of(profile))) {
            throw FieldProblem.at(pointer, "person-unknown");
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
