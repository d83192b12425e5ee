package id.berdikari.monitoring.visit;

import id.berdikari.event.MonitoringEvent.FollowUpDue;
import id.berdikari.kit.identifier.Identifiers;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A visit to come, so many months after a programme's first one. */
@Entity
class FollowUp {

    private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

    @Id
    private UUID id;

    @Version
    private long version;

    @Enumerated(EnumType.STRING)
    private FollowUpStatus status;

    private UUID beneficiaryId;
    private UUID programId;
    private String districtCode;
    private int months;
    private LocalDate dueOn;
    private @Nullable UUID visitId;

    FollowUp() {}

    private FollowUp(Visit first, int months) {
        this.id = Identifiers.next();
        this.status = FollowUpStatus.SCHEDULED;
        this.beneficiaryId = first.beneficiaryId();
        this.programId = first.programId();
        this.districtCode = first.districtCode();
        this.months = months;
        this.dueOn = first.visitedOn().plusMonths(months);
    }

    static Stream<FollowUp> after(Visit first) {
        return MONTHS.stream().map(months -> new FollowUp(first, months));
    }

    FollowUpDue fallDue() {
        status = FollowUpStatus.DUE;
        return new FollowUpDue(id, beneficiaryId, programId, dueOn);
    }

    void doneBy(Visit visit) {
        status = FollowUpStatus.DONE;
        visitId = visit.id();
    }

    /** The place in the list, which text order keeps: the due date, then the id. */
    String place() {
        return dueOn + " " + id;
    }

    UUID id() {
        return id;
    }

    long version() {
        return version;
    }

    FollowUpStatus status() {
        return status;
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

    int months() {
        return months;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    @Nullable
    UUID visitId() {
        return visitId;
    }
}
