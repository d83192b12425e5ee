package id.berdikari.bench.event;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Numbered {@code donation-received} events: as rows of fundraising's outbox, and as the records that its relay makes of them. */
final class DonationEvents {

    private static final String DONATION_PREFIX = "01978f3e-5b2a-7c3d-8e4f-";
    private static final String EVENT_PREFIX = "01978f41-5b2a-7c3d-8e4f-";
    private static final String CAMPAIGN = "01978f3d-5b2a-7c3d-8e4f-000000000000";
    private static final String TIME = "2026-02-02T03:15:30.123456Z";
    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";
    private static final Map<String, String> SAME_FOR_ALL = Map.of(
            "ce_specversion", "1.0",
            "ce_source", "/fundraising-service",
            "ce_type", "donation-received",
            "ce_time", TIME,
            "content-type", "application/json",
            "traceparent", TRACE);

    private DonationEvents() {}

    static String donation(long number) {
        return DONATION_PREFIX + "%012d".formatted(number);
    }

    static long number(String donation) {
        return Long.parseLong(donation.substring(DONATION_PREFIX.length()));
    }

    /** What an inbox remembers an event by. */
    static String identity(long number) {
        return "/fundraising-service#" + EVENT_PREFIX + "%012d".formatted(number);
    }

    static ProducerRecord<String, byte[]> message(String topic, long number) {
        var digits = Long.toString(number);
        var padded = "0".repeat(12 - digits.length()) + digits;
        var donation = DONATION_PREFIX + padded;
        var message = new ProducerRecord<>(topic, donation, payload(donation).getBytes(StandardCharsets.UTF_8));
        SAME_FOR_ALL.forEach((name, value) -> header(message, name, value));
        header(message, "ce_id", EVENT_PREFIX + padded);
        header(message, "ce_subject", donation);
        header(message, "ce_sequence", "00000000" + padded);
        return message;
    }

    /** Puts the events numbered from first to before end into an outbox. */
    static void append(Connection fundraising, String topic, long first, long end) throws SQLException {
        try (var insert = fundraising.prepareStatement("""
                insert into outbox (topic, key, headers, payload, created_at)
                select ?, donation,
                    jsonb_build_object('ce_specversion', '1.0', 'ce_source', '/fundraising-service',
                        'ce_type', 'donation-received', 'ce_time', ?, 'content-type', 'application/json',
                        'traceparent', ?, 'ce_id', ? || number, 'ce_subject', donation),
                    convert_to(replace(?, '#', donation), 'UTF8'), now()
                from (
                    select lpad(n::text, 12, '0') as number, ? || lpad(n::text, 12, '0') as donation
                    from generate_series(?, ? - 1) n
                ) numbered
                """)) {
            insert.setString(1, topic);
            insert.setString(2, TIME);
            insert.setString(3, TRACE);
            insert.setString(4, EVENT_PREFIX);
            insert.setString(5, payload("#"));
            insert.setString(6, DONATION_PREFIX);
            insert.setLong(7, first);
            insert.setLong(8, end);
            insert.executeUpdate();
        }
    }

    private static String payload(String donation) {
        return "{\"donationId\":\"" + donation + "\",\"campaignId\":\"" + CAMPAIGN
                + "\",\"beneficiaryId\":null,\"amount\":{\"amount\":\"50000.00\",\"currency\":\"IDR\"},"
                + "\"receivedOn\":\"2026-02-02\"}";
    }

    private static void header(ProducerRecord<?, ?> message, String name, String value) {
        message.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
