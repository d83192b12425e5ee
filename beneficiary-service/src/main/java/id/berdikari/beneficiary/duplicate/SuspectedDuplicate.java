package id.berdikari.beneficiary.duplicate;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The question whether two records are of one person, and what somebody answered. There is one for two records, ever. */
@Entity
class SuspectedDuplicate {

    @Schema(name = "DuplicateStatus")
    enum Status {
        OPEN,
        MERGED,
        NOT_THE_SAME
    }

    /** How the question came up. */
    @Schema(name = "DuplicateOrigin")
    enum Origin {
        REGISTRATION,
        SWEEP,
        REPORT
    }

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID firstId;
    private UUID secondId;
    private int score;

    @Enumerated(EnumType.STRING)
    private Band band;

    @Enumerated(EnumType.STRING)
    private Status status;

    @Enumerated(EnumType.STRING)
    private Origin origin;

    private Instant foundAt;
    private @Nullable String resolvedBy;
    private @Nullable Instant resolvedAt;
    private @Nullable UUID survivorId;
    private @Nullable UUID mergeId;
    private @Nullable UUID followsId;

    SuspectedDuplicate() {}

    SuspectedDuplicate(Pair pair, int score, Band band, Origin origin, Instant at) {
        this.id = Identifiers.next();
        this.firstId = pair.first();
        this.secondId = pair.second();
        this.score = score;
        this.band = band;
        this.status = Status.OPEN;
        this.origin = origin;
        this.foundAt = at;
    }

    /** Answered by what was answered about somebody merged into one of the two. */
    void follow(SuspectedDuplicate told, UUID merged) {
        requireOpen();
        status = Status.NOT_THE_SAME;
        resolvedBy = told.resolvedBy;
        resolvedAt = told.resolvedAt;
        followsId = merged;
    }

    void merged(UUID survivor, UUID merge, String by, Instant at) {
        resolve(Status.MERGED, by, at);
        survivorId = survivor;
        mergeId = merge;
    }

    void toldApart(String by, Instant at) {
        resolve(Status.NOT_THE_SAME, by, at);
    }

    /** The question is open again. */
    void reopen() {
        status = Status.OPEN;
        resolvedBy = null;
        resolvedAt = null;
        survivorId = null;
        mergeId = null;
        followsId = null;
    }

    void requireOpen() {
        if (status != Status.OPEN) {
            throw DuplicateProblem.DUPLICATE_ALREADY_RESOLVED.refused();
        }
    }

    void requireResolved() {
        if (status == Status.OPEN) {
            throw DuplicateProblem.DUPLICATE_NOT_RESOLVED.refused();
        }
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    Pair pair() {
        return new Pair(firstId, secondId);
    }

    List<UUID> people() {
        return List.of(firstId, secondId);
    }

    int score() {
        return score;
    }

    Band band() {
        return band;
    }

    Status status() {
        return status;
    }

    Origin origin() {
        return origin;
    }

    Instant foundAt() {
        return foundAt;
    }

    @Nullable
    String resolvedBy() {
        return resolvedBy;
    }

    @Nullable
    Instant resolvedAt() {
        return resolvedAt;
    }

    @Nullable
    UUID survivorId() {
        return survivorId;
    }

    @Nullable
    UUID mergeId() {
        return mergeId;
    }

    private void resolve(Status answer, String by, Instant at) {
        requireOpen();
        status = answer;
        resolvedBy = by;
        resolvedAt = at;
    }
}
