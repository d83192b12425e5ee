package id.berdikari.beneficiary.measurement;

import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Measures by one set the surveys that are there, batch by batch in the order of their ids, so that it can go on where it stopped. */
@Entity
class MeasuringRun {

    @Id
    private UUID id;

    private UUID dimensionSetId;
    private @Nullable UUID reached;
    private int measured;
    private int expected;
    private String startedBy;
    private Instant startedAt;
    private @Nullable Instant endedAt;

    MeasuringRun() {}

    MeasuringRun(UUID dimensionSetId, int expected, String startedBy, Instant startedAt) {
        this.id = Identifiers.next();
        this.dimensionSetId = dimensionSetId;
        this.expected = expected;
        this.startedBy = startedBy;
        this.startedAt = startedAt;
    }

    void advance(UUID last, int surveys) {
        reached = last;
        measured += surveys;
    }

    void end(Instant at) {
        endedAt = at;
    }

    UUID dimensionSetId() {
        return dimensionSetId;
    }

    @Nullable
    UUID reached() {
        return reached;
    }

    int measured() {
        return measured;
    }

    int expected() {
        return expected;
    }

    String startedBy() {
        return startedBy;
    }

    Instant startedAt() {
        return startedAt;
    }

    @Nullable
    Instant endedAt() {
        return endedAt;
    }
}
