package id.berdikari.bench.payment;

import id.berdikari.bench.Load;
import id.berdikari.bench.payment.PendingDonations.Range;
import id.berdikari.local.LocalProblem;
import java.sql.SQLException;
import java.time.Duration;

/** Pays pending donations in some way; makes as many of them as a run will need, judging by the last one. */
final class Payments implements Load {

    /** How they are paid: each number of the range at most once; answers how many were. */
    interface Way {
        long pay(Range range, Duration length) throws Exception;
    }

    private static final double FIRST_GUESS_PER_SECOND = 2_000;
    private static final double RESERVE = 1.5;

    private final PendingDonations donations;
    private final int campaigns;
    private final Way way;
    private double perSecond = FIRST_GUESS_PER_SECOND;
    private Range range = new Range(0, 0);

    Payments(PendingDonations donations, int campaigns, Way way) {
        this.donations = donations;
        this.campaigns = campaigns;
        this.way = way;
    }

    @Override
    public void prepare(Duration length) throws SQLException {
        range = donations.add((long) (perSecond * RESERVE * length.toMillis() / 1_000), campaigns);
    }

    @Override
    public long run(Duration length) throws Exception {
        var start = System.nanoTime();
        var done = way.pay(range, length);
        perSecond = Math.max(500, done / ((System.nanoTime() - start) / 1e9));
        return done;
    }

    @Override
    public void verify(long operations) throws SQLException {
        var booked = donations.booked(range);
        if (booked != operations) {
            throw new LocalProblem("%d donations were counted, but %d are booked".formatted(operations, booked));
        }
        if (operations == range.size()) {
            throw new LocalProblem("All %d pending donations were used up before the time was".formatted(operations));
        }
    }
}
