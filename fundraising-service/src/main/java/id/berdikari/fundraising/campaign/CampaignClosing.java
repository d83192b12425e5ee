package id.berdikari.fundraising.campaign;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Closes campaigns whose last day has passed; donations are refused from that moment on, whenever this runs. */
@ApplicationScoped
class CampaignClosing {

    private final CampaignDesk desk;

    CampaignClosing(CampaignDesk desk) {
        this.desk = desk;
    }

    @Scheduled(every = "5m", delayed = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void close() {
        while (desk.closeEnded() > 0) {
            // Batch after batch, each in a transaction of its own.
        }
    }
}
