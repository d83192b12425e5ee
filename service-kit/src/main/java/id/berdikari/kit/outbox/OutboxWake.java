package id.berdikari.kit.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Tells the relay of this process that a commit left something in the outbox, so that it need not poll fast. */
@ApplicationScoped
class OutboxWake {

    record Appended() {}

    private final Event<Appended> appended;
    private final Semaphore bell = new Semaphore(0);

    OutboxWake(Event<Appended> appended) {
        this.appended = appended;
    }

    void afterCommit() {
        appended.fire(new Appended());
    }

    void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Appended event) {
        bell.release();
    }

    /** Waits for a commit, or for the slow poll that finds what other replicas left behind. */
    void await(long millis) throws InterruptedException {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }
}
