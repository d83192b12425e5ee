package id.berdikari.bench.event;

import java.io.IOException;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Events at an even pace, whatever each of them takes.
 *
 * @param perSecond how many a second
 * @param seconds for how long
 */
record Schedule(int perSecond, int seconds) {

    interface Sender extends AutoCloseable {
        void send(long number) throws Exception;

        @Override
        void close() throws IOException;
    }

    int events() {
        return perSecond * seconds;
    }

    /** Has some senders share the events, numbered from first on; each waits for its next event's time. */
    void run(long first, int senders, Callable<Sender> open) throws Exception {
        var start = System.nanoTime();
        var running = new ArrayList<Future<?>>();
        try (var threads = Executors.newFixedThreadPool(senders)) {
            for (var each = 0; each < senders; each++) {
                var mine = each;
                running.add(threads.submit(() -> {
                    try (var sender = open.call()) {
                        for (var i = mine; i < events(); i += senders) {
                            var due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
                            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
                            sender.send(first + i);
                        }
                    }
                    return null;
                }));
            }
            for (var part : running) {
                part.get();
            }
        }
    }
}
