package id.berdikari.beneficiary.imports;

import id.berdikari.beneficiary.registry.BulkRegister;
import id.berdikari.beneficiary.registry.PersonProfile;
import io.quarkus.logging.Log;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Looks at those whom a batch brought while the next batch is taken; at one batch after the other. */
final class Lookout implements AutoCloseable {

    private final BulkRegister register;
    private final Executor beside;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Lookout(BulkRegister register, Executor beside) {
        this.register = register;
        this.beside = beside;
    }

    void lookAt(List<PersonProfile> entrants) {
        await();
        if (!entrants.isEmpty()) {
            last = CompletableFuture.runAsync(() -> register.lookAt(entrants), beside);
        }
    }

    /** Until everybody was looked at; fails where that did. */
    void await() {
        last.join();
    }

    /** Waits without failing: why the import ended comes first, and the hourly sweep finds whom nobody looked at. */
    @Override
    public void close() {
        last.exceptionally(failed -> {
                    Log.error("Nobody looked for duplicates of the last people of an import", failed);
                    return null;
                })
                .join();
    }
}
