package id.berdikari.fundraising;

import static io.restassured.RestAssured.given;

import id.berdikari.event.BeneficiaryEvent.ApprovedNeed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.Event;
import id.berdikari.event.EventMoney;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.EventsFrom;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import id.berdikari.local.test.TestTokens;
import io.quarkus.arc.Arc;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.util.TypeLiteral;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

/** What the tests of this service do again and again, through its public faces. */
public final class Given {

    public static final String DISTRICT = "33.02.27";
    public static final EventsFrom CASES = EventsFrom.service("beneficiary-service");
    public static final EventsFrom PROGRAMS = EventsFrom.service("program-service");

    private static final String SERVER_KEY = "SB-Mid-server-for-tests";

    private Given() {}

    public record Person(UUID caseId, UUID beneficiaryId) {}

    public record Gift(UUID id, String secret) {}

    public record Sent(String type, String payload) {}

    public static RequestSpecification as(String role, String subject) {
        return given().auth()
                .oauth2(TestTokens.of(role, subject))
                .contentType(ContentType.JSON)
                .accept("application/json, application/problem+json");
    }

    public static RequestSpecification as(String role) {
        return as(role, role + "-1");
    }

    public static RequestSpecification anybody() {
        return given().contentType(ContentType.JSON).accept("application/json, application/problem+json");
    }

    public static String money(String amount) {
        return "{\"amount\":\"" + amount + "\",\"currency\":\"IDR\"}";
    }

    public static LocalDate today() {
        return LocalDate.now(Clock.system(ZoneId.of("Asia/Jakarta")));
    }

    public static void happens(EventsFrom service, Event... events) {
        deliver(service.batch(events));
    }

    public static void happens(EventsFrom service, List<ConsumerRecord<String, byte[]>> records) {
        deliver(service.batch(records));
    }

    private static void deliver(ConsumerRecords<String, byte[]> batch) {
        var topic = batch.partitions().iterator().next().topic();
        Arc.container().listAll(new TypeLiteral<EventConsumer<?>>() {}).stream()
                .map(handle -> handle.get())
                .filter(consumer -> consumer.topic().equals(topic))
                .forEach(consumer -> Arc.container().instance(Inbox.class).get().once(batch, consumer));
    }

    public static BeneficiaryApproved approval(Person person, boolean publication) {
        return new BeneficiaryApproved(
                person.caseId(),
                person.beneficiaryId(),
                DISTRICT,
                "60-69",
                publication ? "Mbah Melati" : null,
                publication ? "Sells crackers and walks with difficulty." : null,
                List.of(new ApprovedNeed(ProgramType.MOBILITY_AID, rupiah("750000"))),
                true,
                publication,
                List.of("surveyor-1", "surveyor-2"),
                List.of("decider-1", "decider-2", "decider-3"),
                today());
    }

    public static Person somebody() {
        return new Person(Identifiers.next(), Identifiers.next());
    }

    public static Person anApprovedPerson() {
        var person = somebody();
        happens(CASES, approval(person, true));
        return person;
    }

    public static EventMoney rupiah(String amount) {
        return EventMoney.rupiah(new BigDecimal(amount));
    }

    public static String permit(String areaCode, LocalDate from, LocalDate to) {
        return as("admin")
                .body("""
                        {"number":"%s","authority":"Bupati Banyumas","scopeAreaCodes":["%s"],
                         "validFrom":"%s","validTo":"%s","kind":"GENERAL"}
                        """.formatted(UUID.randomUUID(), areaCode, from, to))
                .post("/api/v1/permits")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static String aPermit() {
        return permit("33.02", today(), today().plusMonths(2));
    }

    public static String forPerson(UUID beneficiaryId, String permitId) {
        return """
                {"title":"A walking frame","beneficiaryId":"%s","target":%s,"permitId":"%s","endsOn":"%s"}
                """.formatted(beneficiaryId, money("750000"), permitId, today().plusMonths(1));
    }

    public static String general(@Nullable ProgramType programType, String permitId) {
        return """
                {"title":"For whoever needs it","story":"PLANTED-STORY","programType":%s,"target":%s,"permitId":"%s","endsOn":"%s"}
                """.formatted(
                        programType == null ? "null" : "\"" + programType + "\"",
                        money("1000000"),
                        permitId,
                        today().plusMonths(1));
    }

    public static String aDraft(String body) {
        return as("fundraiser")
                .body(body)
                .post("/api/v1/campaigns")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    public static Response publish(String campaignId, String subject) {
        return as("fundraiser", subject).body("{}").post("/api/v1/campaigns/" + campaignId + "/publication");
    }

    public static String aPublished(String body) {
        var id = aDraft(body);
        publish(id, "fundraiser-2").then().statusCode(200);
        return id;
    }

    public static String gift(String amount) {
        return """
                {"amount":%s,"donor":{"name":"PLANTED-NAME","email":"planted-mail@example.org","anonymous":false},
                 "method":"MIDTRANS"}
                """.formatted(money(amount));
    }

    public static Response give(String campaignId, String key, String body) {
        return anybody()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/campaigns/" + campaignId + "/donations");
    }

    public static Gift aPromise(String campaignId, String amount) {
        var answer = give(campaignId, UUID.randomUUID().toString(), gift(amount))
                .then()
                .statusCode(201)
                .extract();
        return new Gift(UUID.fromString(answer.path("id")), answer.path("donorSecret"));
    }

    public static Gift aGift(String campaignId, String amount) {
        var gift = aPromise(campaignId, amount);
        midtransSays(gift.id(), "settlement", amount + ".00").then().statusCode(200);
        return gift;
    }

    public static Response midtransSays(UUID orderId, String status, String amount) {
        return midtransSays(orderId.toString(), status, amount, signature(orderId.toString(), "200", amount));
    }

    public static Response midtransSays(String orderId, String status, String amount, String signature) {
        return anybody()
                .body("""
                        {"order_id":"%s","status_code":"200","gross_amount":"%s","signature_key":"%s",
                         "transaction_status":"%s","transaction_id":"57d5293c-e65f-4a29-95e4-5959c3fa335b",
                         "payment_type":"bank_transfer","transaction_time":"2026-02-01 10:00:00","currency":"IDR",
                         "merchant_id":"G141532850","va_numbers":[{"bank":"bca","va_number":"812785002530231"}]}
                        """.formatted(orderId, amount, signature, status))
                .post("/api/v1/payment-notifications/midtrans");
    }

    public static String signature(String orderId, String code, String amount) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-512")
                            .digest((orderId + code + amount + SERVER_KEY).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    public static Response trace(Gift gift) {
        return anybody().header("X-Donor-Secret", gift.secret()).get("/api/v1/donations/" + gift.id() + "/trace");
    }

    /** The trace as "STATE amount" lines, in the answer's order. */
    public static List<String> traced(Gift gift) {
        var answer = trace(gift).then().statusCode(200).extract();
        List<String> states = answer.path("items.state");
        List<String> amounts = answer.path("items.amount.amount");
        return IntStream.range(0, states.size())
                .mapToObj(i -> states.get(i) + " " + amounts.get(i))
                .toList();
    }

    /** What stands in the outbox about something, in order. */
    public static List<Sent> sent(Object subject) {
        return rows(
                        "select headers->>'ce_type', convert_from(payload, 'UTF8') from outbox where key = ? order by id",
                        subject.toString())
                .stream()
                .map(row -> new Sent(row.get(0), row.get(1)))
                .toList();
    }

    public static List<String> sentTypes(Object subject) {
        return sent(subject).stream().map(Sent::type).toList();
    }

    public static List<List<String>> rows(String sql, Object... values) {
        try (var connection = Arc.container().instance(DataSource.class).get().getConnection();
                var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            var found = new ArrayList<List<String>>();
            if (statement.execute()) {
                try (var rows = statement.getResultSet()) {
                    while (rows.next()) {
                        var row = new String[rows.getMetaData().getColumnCount()];
                        for (var i = 0; i < row.length; i++) {
                            row[i] = String.valueOf(rows.getString(i + 1));
                        }
                        found.add(Arrays.asList(row));
                    }
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
