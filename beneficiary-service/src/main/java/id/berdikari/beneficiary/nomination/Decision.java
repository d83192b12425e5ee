package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.security.FourEyes;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A proposal and what became of it. It counts only when a second decider confirms it. */
@Entity
class Decision {

    @Schema(name = "DecisionStatus")
    enum State {
        PROPOSED,
        CONFIRMED,
        WITHDRAWN
    }

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private State state;

    @JdbcTypeCode(SqlTypes.JSON)
    private Proposal proposal;

    private String proposedBy;
    private Instant proposedAt;
    private @Nullable String confirmedBy;
    private @Nullable Instant confirmedAt;

    Decision() {}

    Decision(Proposal proposal, String proposedBy, Instant proposedAt) {
        this.id = Identifiers.next();
        this.state = State.PROPOSED;
        this.proposal = proposal;
        this.proposedBy = proposedBy;
        this.proposedAt = proposedAt;
    }

    void confirm(String confirmer, Instant at) {
        FourEyes.require(confirmer, proposedBy);
        if (!proposal.deciders().contains(confirmer)) {
            throw NominationProblem.NOT_A_LISTED_DECIDER.refused();
        }
        state = State.CONFIRMED;
        confirmedBy = confirmer;
        confirmedAt = at;
    }

    void withdraw(String who) {
        if (!proposedBy.equals(who)) {
            throw NominationProblem.NOT_THE_PROPOSER.refused();
        }
        state = State.WITHDRAWN;
    }

    void eraseText() {
        proposal = proposal.withoutText();
    }

    UUID id() {
        return id;
    }

    State state() {
        return state;
    }

    Proposal proposal() {
        return proposal;
    }

    String proposedBy() {
        return proposedBy;
    }

    Instant proposedAt() {
        return proposedAt;
    }

    @Nullable
    String confirmedBy() {
        return confirmedBy;
    }

    @Nullable
    Instant confirmedAt() {
        return confirmedAt;
    }
}
