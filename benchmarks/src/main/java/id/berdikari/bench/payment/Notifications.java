package id.berdikari.bench.payment;

import id.berdikari.bench.payment.PendingDonations.Range;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Through the service: notifications of the gateway over HTTP. */
record Notifications(int port, String serverKey) implements Payments.Way {

    private static final int CONNECTIONS = 32;

    @Override
    public long pay(Range range, Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        var next = new AtomicLong(range.first());
        return Parallel.sum(CONNECTIONS, () -> {
            var sent = 0L;
            try (var gateway = new Gateway(port, serverKey)) {
                while (System.nanoTime() < end) {
                    var number = next.getAndIncrement();
                    if (number >= range.end()) {
                        break;
                    }
                    gateway.settle(PendingDonations.id(number));
                    sent++;
                }
            }
            return sent;
        });
    }
}
