package id.berdikari.beneficiary.measurement;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Goes on with measuring what is there until nothing is left, also with what another process began. */
@ApplicationScoped
class MeasuringTimer {

    private final DimensionDesk desk;

    MeasuringTimer(DimensionDesk desk) {
        this.desk = desk;
    }

    @Scheduled(
            every = "{berdikari.measuring.look-every}",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        var isWorking = true;
        while (isWorking) {
            isWorking = desk.work();
        }
    }
}
