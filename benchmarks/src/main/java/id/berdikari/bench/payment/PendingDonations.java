package id.berdikari.bench.payment;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;

/** Donations that wait for their payment: the rows that giving would have left, written in bulk. They are numbered. */
public final class PendingDonations {

    static final String AMOUNT = "50000.00";

    private static final String ID_PREFIX = "01978f3e-5b2a-7c3d-8e4f-";
    private static final String CAMPAIGN_PREFIX = "01978f3d-5b2a-7c3d-8e4f-";

    /** Numbers from first to before end. */
    public record Range(long first, long end) {
        public long size() {
            return end - first;
        }
    }

    private final Connection database;
    private final AtomicLong next = new AtomicLong();

    public PendingDonations(Connection database, int campaigns) throws SQLException {
        this.database = database;
        try (var insert = database.prepareStatement("""
                insert into campaign (id, title, target, exemption_kind, exemption_evidence, ends_on, status, makers,
                    recorded_at, version)
                select (? || lpad(n::text, 12, '0'))::uuid, 'A campaign', 1000000000, 'RELIGIOUS', 'none', date '2099-12-31',
                    'PUBLISHED', '{fundraiser-1}', now(), 0
                from generate_series(0, ? - 1) n
                """)) {
            insert.setString(1, CAMPAIGN_PREFIX);
            insert.setInt(2, campaigns);
            insert.executeUpdate();
        }
    }

    /** Adds donations spread evenly over some of the campaigns. */
    public Range add(long count, int campaigns) throws SQLException {
        var range = new Range(next.get(), next.addAndGet(count));
        try (var insert = database.prepareStatement("""
                insert into donation (id, campaign_id, amount, status, method, payment_state, anonymous, donor_name,
                    donor_email, promised_at, refunded, version)
                select (? || lpad(n::text, 12, '0'))::uuid, (? || lpad((n % ?)::text, 12, '0'))::uuid, ?::numeric, 'PENDING',
                    'MIDTRANS', 'OPEN', false, decode(repeat('ab', 42), 'hex'), decode(repeat('cd', 48), 'hex'), now(), 0, 0
                from generate_series(?, ? - 1) n
                """)) {
            insert.setString(1, ID_PREFIX);
            insert.setString(2, CAMPAIGN_PREFIX);
            insert.setInt(3, campaigns);
            insert.setString(4, AMOUNT);
            insert.setLong(5, range.first());
            insert.setLong(6, range.end());
            insert.executeUpdate();
        }
        return range;
    }

    /** How many of them are paid and booked with both entries, a lot, an event and their notification. */
    long booked(Range range) throws SQLException {
        try (var count = database.prepareStatement("""
                select count(*) from donation join fund_lot on fund_lot.donation_id = donation.id
                where donation.id between ?::uuid and ?::uuid and status = 'PAID'
                """)) {
            count.setString(1, id(range.first()));
            count.setString(2, id(range.end()));
            try (var row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    public static String id(long number) {
        return ID_PREFIX + "%012d".formatted(number);
    }

    /** The same id in SQL, from an expression for its number. */
    static String idInSql(String number) {
        return inSql(ID_PREFIX, number);
    }

    /** An id that was made for a donation: there are several kinds of them. */
    static String newId(int kind, long number) {
        return newPrefix(kind) + "%012d".formatted(number);
    }

    static String newIdInSql(int kind, String number) {
        return inSql(newPrefix(kind), number);
    }

    private static String inSql(String prefix, String number) {
        return "('" + prefix + "' || lpad(" + number + "::text, 12, '0'))";
    }

    private static String newPrefix(int kind) {
        return "01978f40-%04x-7c3d-8e4f-".formatted(kind);
    }
}
