package id.berdikari.beneficiary.registry;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** That somebody lives in a household in a certain relation to its head, from a day on and until another. */
@Entity
class Membership {

    @Schema(name = "MembershipEnding")
    enum Ending {
        DEPARTED,
        DIED,
        SPLIT,
        MERGED,
        RELATION_CHANGED
    }

    @Id
    private UUID id;

    private UUID householdId;
    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Relation relation;

    private LocalDate since;
    private String recordedBy;
    private Instant recordedAt;
    private @Nullable LocalDate until;

    @Enumerated(EnumType.STRING)
    private @Nullable Ending ending;

    private @Nullable String endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String struckBy;
    private @Nullable Instant struckAt;

    Membership() {}

    Membership(UUID householdId, UUID personId, Relation relation, LocalDate since, Recording recording) {
        this.id = Identifiers.next();
        this.householdId = householdId;
        this.personId = personId;
        this.relation = relation;
        this.since = since;
        this.recordedBy = recording.by();
        this.recordedAt = recording.at();
    }

    void end(LocalDate day, Ending how, Recording recording) {
        until = day;
        ending = how;
        endedBy = recording.by();
        endedAt = recording.at();
    }

    /** It never was so; kept as evidence that it was once written down. */
    void strike(Recording recording) {
        struckBy = recording.by();
        struckAt = recording.at();
    }

    /** As if it had never ended or been struck out. */
    void reopen() {
        until = null;
        ending = null;
        endedBy = null;
        endedAt = null;
        struckBy = null;
        struckAt = null;
    }

    /** Whether it held on a day; not any more on that on which somebody left. */
    boolean holdsOn(LocalDate day) {
        return struckAt == null && !since.isAfter(day) && (until == null || until.isAfter(day));
    }

    boolean isOpen() {
        return until == null && struckAt == null;
    }

    UUID id() {
        return id;
    }

    UUID householdId() {
        return householdId;
    }

    UUID personId() {
        return personId;
    }

    Relation relation() {
        return relation;
    }

    LocalDate since() {
        return since;
    }

    Recording recording() {
        return new Recording(recordedBy, recordedAt);
    }

    @Nullable
    LocalDate until() {
        return until;
    }

    @Nullable
    Ending ending() {
        return ending;
    }

    @Nullable
    String endedBy() {
        return endedBy;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }

    @Nullable
    String struckBy() {
        return struckBy;
    }

    @Nullable
    Instant struckAt() {
        return struckAt;
    }
}
