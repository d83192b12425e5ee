package id.berdikari.kit.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.berdikari.kit.problem.Causes;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Sends committed outbox rows to Kafka, in the order of their identity, and deletes them once the broker has them. One
 * replica relays at a time, under an advisory lock of its transaction. While the broker takes in one batch the database
 * already gives the next; such batches share a transaction of the database. A row leaves at least once: if the process
 * dies, or a later batch fails, before that transaction commits, it is sent again, with the same id.
 */
@ApplicationScoped
class OutboxRelay {

    private static final int BATCH = 5_000;
    /** For so long further batches share a transaction of the database. */
    private static final long SHARED_NANOS = 500_000_000;

    private static final long POLL_MILLIS = 1_000;
    /** Under load more events gather in each Kafka transaction; an event after a quiet moment does not wait for it. */
    private static final long BREATH_MILLIS = 25;
    /** The replica that holds the lock may have read before our event was committed. */
    private static final long RETRY_MILLIS = 50;

    private static final long MAX_BACKOFF_MILLIS = 10_000;
    /** Two batches may be on their way to a broker that is slow, see the sender's time-out. */
    private static final int TRANSACTION_TIMEOUT_SECONDS = 20;

    private enum Turn {
        ANOTHER_RELAYS,
        EMPTIED,
        MORE_WAITS
    }

    private final DataSource database;
    private final OutboxRows outbox;
    private final OutboxSender sender;
    private final OutboxWake wake;
    private final OutboxMetrics metrics;
    private final boolean enabled;
    private final ExecutorService sending = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("outbox-sender").daemon().factory());
    private volatile boolean stopping;
    private @Nullable Thread thread;

    OutboxRelay(
            DataSource database,
            OutboxRows outbox,
            OutboxSender sender,
            OutboxWake wake,
            OutboxMetrics metrics,
            @ConfigProperty(name = "berdikari.relay.enabled", defaultValue = "true") boolean enabled) {
        this.database = database;
        this.outbox = outbox;
        this.sender = sender;
        this.wake = wake;
        this.metrics = metrics;
        this.enabled = enabled;
    }

    void start(@Observes StartupEvent event) {
        if (enabled) {
            thread = Thread.ofPlatform().name("outbox-relay").daemon().start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        if (thread != null) {
            thread.interrupt();
            thread.join(Duration.ofSeconds(5));
            var _ = sending.awaitTermination(5, TimeUnit.SECONDS);
        }
    }

    private void run() {
        var pause = 0L;
        var backoff = 0L;
        while (!stopping) {
            try {
                wake.await(pause);
                pause = switch (relay()) {
                    case MORE_WAITS -> 0;
                    case EMPTIED -> {
                        Thread.sleep(BREATH_MILLIS);
                        yield POLL_MILLIS;
                    }
                    case ANOTHER_RELAYS -> {
                        Thread.sleep(RETRY_MILLIS);
                        yield 0;
                    }
                };
                backoff = 0;
            } catch (InterruptedException stopped) {
                break;
            } catch (RuntimeException failed) {
                backoff = Math.min(MAX_BACKOFF_MILLIS, Math.max(250, backoff * 2));
                pause = backoff;
                sending.execute(sender::close);
                if (!stopping) {
                    metrics.failed();
                    Log.warnf("The outbox waits %d ms: %s", backoff, rootCause(failed));
                }
            }
        }
        sending.execute(sender::close);
        sending.shutdown();
    }

    private Turn relay() {
        return QuarkusTransaction.requiringNew()
                .timeout(TRANSACTION_TIMEOUT_SECONDS)
                .call(() -> {
                    try (var connection = database.getConnection()) {
                        return outbox.lock(connection) ? relay(connection) : Turn.ANOTHER_RELAYS;
                    }
                });
    }

    private Turn relay(Connection connection) throws SQLException, JsonProcessingException {
        var begun = System.nanoTime();
        var isFull = false;
        var rows = outbox.take(connection, 0, BATCH);
        while (!rows.isEmpty()) {
            var taken = rows;
            isFull = taken.size() == BATCH;
            var sent = CompletableFuture.runAsync(() -> sender.send(taken), sending);
            try {
                rows = isFull && System.nanoTime() - begun < SHARED_NANOS
                        ? outbox.take(connection, taken.getLast().id(), BATCH)
                        : List.of();
            } finally {
                // Also where the database fails or the service stops: nobody may send here after the lock is gone.
                sent.join();
            }
        }
        return isFull ? Turn.MORE_WAITS : Turn.EMPTIED;
    }

    private static String rootCause(Throwable failed) {
        return Causes.of(failed)
                .reduce((_, last) -> last)
                .orElse(failed)
                .getClass()
                .getSimpleName();
    }
}
