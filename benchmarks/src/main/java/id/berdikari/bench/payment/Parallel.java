package id.berdikari.bench.payment;

import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/** The same work on several threads. */
final class Parallel {

    private Parallel() {}

    static long sum(int threads, Callable<Long> work) throws Exception {
        try (var executor = Executors.newFixedThreadPool(threads)) {
            var sum = 0L;
            for (var part : executor.invokeAll(Collections.nCopies(threads, work))) {
                sum += part.get();
            }
            return sum;
        }
    }
}
