package id.berdikari.monitoring.visit;

import id.berdikari.event.MonitoringEvent.VisitRecorded;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.monitoring.visit.Visiting.Observation;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a monitor saw; never changed afterwards. */
@Entity
class Visit {

    @Id
    private UUID id;

    @Version
    private long version;

    private UUID beneficiaryId;
    private UUID programId;
    private String districtCode;
    private String visitedBy;
    private LocalDate visitedOn;
    private boolean suits;
    private boolean lasts;
    private @Nullable String notes;

    Visit() {}

    Visit(Observation observation, String districtCode, String visitedBy) {
        this.id = Identifiers.next();
        this.beneficiaryId = observation.beneficiaryId();
        this.programId = observation.programId();
        this.districtCode = districtCode;
        this.visitedBy = visitedBy;
        this.visitedOn = observation.visitedOn();
        this.suits = observation.suits();
        this.lasts = observation.lasts();
        this.notes = observation.notes();
    }

    VisitRecorded recorded() {
        return new VisitRecorded(id, beneficiaryId, programId, suits, lasts, visitedOn);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    UUID beneficiaryId() {
        return beneficiaryId;
    }

    UUID programId() {
        return programId;
    }

    String districtCode() {
        return districtCode;
    }

    LocalDate visitedOn() {
        return visitedOn;
    }

    boolean suits() {
        return suits;
    }

    boolean lasts() {
        return lasts;
    }

    @Nullable
    String notes() {
        return notes;
    }
}
