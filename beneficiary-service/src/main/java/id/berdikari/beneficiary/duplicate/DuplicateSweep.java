package id.berdikari.beneficiary.duplicate;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Looks again at whoever changed lately: two who were registered at the same moment did not see each other. */
@ApplicationScoped
class DuplicateSweep {

    /** Longer than from one sweep to the next, so that one may fail. */
    private static final Duration LATELY = Duration.ofMinutes(150);

    private final DuplicateSearch search;
    private final Clock clock;

    DuplicateSweep(DuplicateSearch search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    @Scheduled(cron = "0 30 * * * ?", identity = "duplicate-sweep")
    void sweepLately() {
        var changedSince = clock.instant().minus(LATELY);
        var found = 0;
        UUID next = null;
        do {
            var step = search.sweep(next, changedSince);
            found += step.found();
            next = step.next();
        } while (next != null);
        if (found > 0) {
            Log.infof("Found %d pairs of people who may be registered twice", found);
        }
    }
}
