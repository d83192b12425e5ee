package id.berdikari.fundraising.mobilisation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Funds requests that waited for money, the oldest first, soon after the money arrives. It looks instead of being told, so
 * that a receipt, the hottest path, has nothing more to do.
 */
@ApplicationScoped
class WaitingRequests {

    private static final int AT_ONCE = 100;

    private final FundingRequests requests;
    private final Mobilisation mobilisation;

    WaitingRequests(FundingRequests requests, Mobilisation mobilisation) {
        this.requests = requests;
        this.mobilisation = mobilisation;
    }

    @Scheduled(
            every = "2s",
            delayed = "2s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void fund() {
        requests.payable(AT_ONCE).forEach(mobilisation::retry);
    }
}
