package id.berdikari.beneficiary.registry;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** That two records became one, with all that is needed to take it back. */
@Entity
class PersonMerge {

    @Id
    private UUID id;

    private UUID survivorId;
    private UUID absorbedId;
    private String areaBefore;
    private LocalDate sinceBefore;
    private @Nullable UUID revisionId;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<UUID> closed;

    private @Nullable UUID opened;
    private long survivorVersion;
    private String mergedBy;
    private Instant mergedAt;
    private @Nullable String undoneBy;
    private @Nullable Instant undoneAt;

    PersonMerge() {}

    /** Before anything is merged: remembers where the survivor lived and since when its record held. */
    PersonMerge(Person survivor, UUID absorbedId, Recording recording) {
        this.id = Identifiers.next();
        this.survivorId = survivor.id();
        this.absorbedId = absorbedId;
        this.areaBefore = survivor.areaCode();
        this.sinceBefore = survivor.since();
        this.closed = List.of();
        this.mergedBy = recording.by();
        this.mergedAt = recording.at();
    }

    void revised(PersonRevision before) {
        revisionId = before.id();
    }

    void rehoused(List<Membership> ended, @Nullable Membership begun) {
        closed = ended.stream().map(Membership::id).toList();
        opened = begun == null ? null : begun.id();
    }

    /** What the survivor's record was like right after; only from there it can be taken back. */
    void completed(Person survivor) {
        survivorVersion = survivor.version();
    }

    void requireUnchanged(Person survivor) {
        if (undoneAt != null || survivor.version() != survivorVersion) {
            throw RegistryProblem.CHANGED_SINCE_MERGE.refused();
        }
    }

    void undone(Recording recording) {
        undoneBy = recording.by();
        undoneAt = recording.at();
    }

    UUID id() {
        return id;
    }

    UUID survivorId() {
        return survivorId;
    }

    UUID absorbedId() {
        return absorbedId;
    }

    String areaBefore() {
        return areaBefore;
    }

    LocalDate sinceBefore() {
        return sinceBefore;
    }

    @Nullable
    UUID revisionId() {
        return revisionId;
    }

    List<UUID> closed() {
        return closed;
    }

    @Nullable
    UUID opened() {
        return opened;
    }
}
