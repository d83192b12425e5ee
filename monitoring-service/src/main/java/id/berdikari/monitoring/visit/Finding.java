package id.berdikari.monitoring.visit;

import id.berdikari.event.MonitoringEvent.FindingRaised;
import id.berdikari.event.MonitoringEvent.FindingResolved;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that needs mending. */
@Entity
class Finding {

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private FindingStatus status;

    private UUID visitId;
    private UUID beneficiaryId;
    private UUID programId;
    private String districtCode;
    private String description;
    private @Nullable String correctiveAction;
    private LocalDate raisedOn;
    private @Nullable LocalDate resolvedOn;
    private @Nullable String action;
    private @Nullable String resolvedBy;

    Finding() {}

    Finding(Visit visit, String description, @Nullable String correctiveAction) {
        this.id = Identifiers.next();
        this.status = FindingStatus.OPEN;
        this.visitId = visit.id();
        this.beneficiaryId = visit.beneficiaryId();
        this.programId = visit.programId();
        this.districtCode = visit.districtCode();
        this.description = description;
        this.correctiveAction = correctiveAction;
        this.raisedOn = visit.visitedOn();
    }

    FindingRaised raised() {
        return new FindingRaised(id, visitId, beneficiaryId, programId, raisedOn);
    }

    FindingResolved resolve(LocalDate on, String how, String by) {
        if (status == FindingStatus.RESOLVED) {
            throw VisitProblem.FINDING_ALREADY_RESOLVED.refused();
        }
        status = FindingStatus.RESOLVED;
        resolvedOn = on;
        action = how;
        resolvedBy = by;
        return new FindingResolved(id, beneficiaryId, programId, on);
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    FindingStatus status() {
        return status;
    }

    UUID visitId() {
        return visitId;
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

    String description() {
        return description;
    }

    @Nullable
    String correctiveAction() {
        return correctiveAction;
    }

    LocalDate raisedOn() {
        return raisedOn;
    }

    @Nullable
    LocalDate resolvedOn() {
        return resolvedOn;
    }

    @Nullable
    String action() {
        return action;
    }
}
