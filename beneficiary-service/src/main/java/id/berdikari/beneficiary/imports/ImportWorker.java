package id.berdikari.beneficiary.imports;

import id.berdikari.beneficiary.registry.BulkRegister;
import id.berdikari.kit.security.Caller;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/**
 * Works through files in the background, one at a time in each replica. Each batch notes how far it came, so whoever goes on
 * after a crash begins behind it.
 */
@ApplicationScoped
class ImportWorker {

    private static final int HOUSEHOLDS = 200;
    private static final int TRIES = 3;

    private final RegisterImports imports;
    private final ImportBatch batch;
    private final BulkRegister register;
    private final Importing importing;
    private final UploadedParts file;
    private final Caller caller;
    private final ManagedExecutor executor;
    private final Clock clock;
    private volatile boolean stopping;

    ImportWorker(
            RegisterImports imports,
            ImportBatch batch,
            BulkRegister register,
            Importing importing,
            UploadedParts file,
            Caller caller,
            ManagedExecutor executor,
            Clock clock) {
        this.imports = imports;
        this.batch = batch;
        this.register = register;
        this.importing = importing;
        this.file = file;
        this.caller = caller;
        this.executor = executor;
        this.clock = clock;
    }

    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @Scheduled(
            every = "${berdikari.imports.look-every}",
            identity = "imports",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void work() {
        workOnNext();
    }

    /** Works on one file until it is through; false where none waits. */
    @ActivateRequestContext
    boolean workOnNext() {
        var next = QuarkusTransaction.requiringNew().call(this::claim);
        next.ifPresent(claimed -> {
            caller.actFor(claimed.createdBy(), claimed.areas());
            try {
                read(claimed);
            } catch (UnreadableFile unreadable) {
                fail(claimed.id(), unreadable);
            } catch (IOException impossible) {
                throw new IllegalStateException(impossible);
            }
        });
        return next.isPresent();
    }

    private Optional<RegisterImport> claim() {
        var next = imports.lockNextToWorkOn(now());
        return next.filter(claimed -> {
            var isTaken = claimed.isTaken(now(), ImportBatch.LEASE);
            if (!isTaken) {
                claimed.fail("given-up", claimed.rowsDone(), now());
                importing.forgetFile(claimed.id());
                Log.errorf("Import %s was given up; the log tells of each try", claimed.id());
            }
            return isTaken;
        });
    }

    private void read(RegisterImport claimed) throws IOException {
        try (var reader = new HouseholdReader(sheet(claimed));
                var lookout = new Lookout(register, executor)) {
            var from = claimed.rowsDone();
            if (from > 0) {
                register.lookAtMissed(claimed.id());
            }
            reader.skipThrough(from);
            while (!stopping) {
                var households = reader.next(HOUSEHOLDS);
                if (households.isEmpty()) {
                    lookout.await();
                    finish(claimed.id(), from);
                    return;
                }
                if (!isTaken(claimed.id(), from, households, lookout)) {
                    return;
                }
                from = households.getLast().lastLine();
            }
        }
    }

    private Sheet sheet(RegisterImport claimed) throws IOException {
        var content = file.open(claimed.id(), claimed.size());
        return switch (claimed.format()) {
            case CSV -> new CsvSheet(content);
            case XLSX -> new XlsxSheet(content.readAllBytes());
        };
    }

    private boolean isTaken(UUID id, long from, List<HouseholdRows> households, Lookout lookout) {
        var handled = new HashSet<String>();
        while (true) {
            var taken = take(id, from, households, handled);
            if (taken.isEmpty()) {
                return false;
            }
            lookout.lookAt(taken.get().entrants());
            if (taken.get().changed().isEmpty()) {
                return true;
            }
            lookout.await();
            taken.get().changed().forEach(changed -> {
                correct(id, changed);
                handled.add(changed.rows().key());
            });
        }
    }

    /** Somebody else may register the same number in the same moment; the next try sees it and refuses the line. */
    private Optional<ImportBatch.Taken> take(UUID id, long from, List<HouseholdRows> households, Set<String> handled) {
        for (var attempt = 1; ; attempt++) {
            try {
                return batch.take(id, from, households, handled);
            } catch (RuntimeException failed) {
                if (attempt == TRIES || !isConstraint(failed)) {
                    throw failed;
                }
            }
        }
    }

    private void correct(UUID id, ImportBatch.Changed changed) {
        try {
            batch.correct(id, changed);
        } catch (RuntimeException refused) {
            batch.refuse(id, changed, refused);
        }
    }

    /** Not where somebody else went on meanwhile, or it was started anew. */
    private void finish(UUID id, long from) {
        var hasRegistered = QuarkusTransaction.requiringNew().call(() -> {
            var done = imports.lockAtWork(id);
            if (!done.isAtWork() || done.rowsDone() != from) {
                return false;
            }
            done.finish(now());
            if (done.isEnded()) {
                importing.forgetFile(id);
            }
            Log.infof("Import %s is %s", id, done.status());
            return done.isEnded() && done.registered() > 0;
        });
        if (hasRegistered) {
            QuarkusTransaction.requiringNew().run(register::countAnew);
        }
    }

    private void fail(UUID id, UnreadableFile unreadable) {
        QuarkusTransaction.requiringNew().run(() -> {
            var failed = imports.lockAtWork(id);
            if (failed.isAtWork()) {
                failed.fail(unreadable.rule(), unreadable.line(), now());
                importing.forgetFile(id);
                Log.infof("Import %s cannot be read on: %s", id, unreadable.rule());
            }
        });
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static boolean isConstraint(@Nullable Throwable failed) {
        for (var cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException) {
                return true;
            }
        }
        return false;
    }
}
