package id.berdikari.monitoring.visit;

import id.berdikari.kit.time.LocalDates;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class FollowUpTimer {

    private final FollowUpReminders reminders;
    private final LocalDates dates;

    FollowUpTimer(FollowUpReminders reminders, LocalDates dates) {
        this.reminders = reminders;
        this.dates = dates;
    }

    @Scheduled(
            every = "${berdikari.follow-up.check-every}",
            delayed = "30s",
            concurrentExecution = ConcurrentExecution.SKIP)
    void check() {
        var asOf = dates.today();
        var more = true;
        while (more) {
            more = reminders.announce(asOf);
        }
    }
}
