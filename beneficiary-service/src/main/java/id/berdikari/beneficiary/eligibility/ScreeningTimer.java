package id.berdikari.beneficiary.eligibility;

import id.berdikari.kit.time.LocalDates;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on with screenings until none is left, also with those that another process began; forgets old ones. */
@ApplicationScoped
class ScreeningTimer {

    private final ScreeningDesk desk;
    private final LocalDates dates;

    ScreeningTimer(ScreeningDesk desk, LocalDates dates) {
        this.desk = desk;
        this.dates = dates;
    }

    @Scheduled(
            every = "2s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        var isWorking = true;
        while (isWorking) {
            isWorking = desk.work();
        }
    }

    @Scheduled(cron = "0 45 2 * * ?", identity = "screening-retention")
    void forget() {
        var forgotten = desk.forget(dates.today());
        if (forgotten > 0) {
            Log.infof("Deleted %d screenings that ended more than a year ago", forgotten);
        }
    }
}
