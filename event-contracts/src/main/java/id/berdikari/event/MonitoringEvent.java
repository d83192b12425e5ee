package id.berdikari.event;

import java.time.LocalDate;
import java.util.UUID;

/** Facts about what came of the help, told by the monitoring service on {@code monitoring-events}. */
public sealed interface MonitoringEvent extends Event {

    /**
     * A monitor visited a beneficiary after help was given.
     *
     * @param visitId the visit
     * @param beneficiaryId the person visited
     * @param programId the programme whose help was looked at
     * @param suits whether the help fits the person
     * @param lasts whether it still works
     * @param visitedOn the local date of the visit
     */
    record VisitRecorded(
            UUID visitId, UUID beneficiaryId, UUID programId, boolean suits, boolean lasts, LocalDate visitedOn)
            implements MonitoringEvent {
        @Override
        public String subject() {
            return visitId.toString();
        }
    }

    /**
     * A visit found something that needs mending. What it is stays with the finding.
     *
     * @param findingId the finding
     * @param visitId the visit
     * @param beneficiaryId the person visited
     * @param programId the programme
     * @param raisedOn the local date
     */
    record FindingRaised(UUID findingId, UUID visitId, UUID beneficiaryId, UUID programId, LocalDate raisedOn)
            implements MonitoringEvent {
        @Override
        public String subject() {
            return findingId.toString();
        }
    }

    /**
     * A finding was mended.
     *
     * @param findingId the finding
     * @param beneficiaryId the person visited
     * @param programId the programme
     * @param resolvedOn the local date
     */
    record FindingResolved(UUID findingId, UUID beneficiaryId, UUID programId, LocalDate resolvedOn)
            implements MonitoringEvent {
        @Override
        public String subject() {
            return findingId.toString();
        }
    }

    /**
     * A follow-up visit is due.
     *
     * @param followUpId the follow-up
     * @param beneficiaryId the person to visit
     * @param programId the programme to look at
     * @param dueOn the local date by which to visit
     */
    record FollowUpDue(UUID followUpId, UUID beneficiaryId, UUID programId, LocalDate dueOn)
            implements MonitoringEvent {
        @Override
        public String subject() {
            return followUpId.toString();
        }
    }
}
