package id.berdikari.program;

import static io.restassured.RestAssured.given;

import id.berdikari.event.BeneficiaryEvent;
import id.berdikari.event.BeneficiaryEvent.ApprovedNeed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.Event;
import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent;
import id.berdikari.event.FundraisingEvent.FundsMobilised;
import id.berdikari.event.FundraisingEvent.Lot;
import id.berdikari.event.ProgramType;
import id.berdikari.kit.EventsFrom;
import id.berdikari.kit.inbox.EventConsumer;
import id.berdikari.kit.inbox.Inbox;
import id.berdikari.local.test.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.enterprise.util.TypeLiteral;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** People, requests and events as the other services and the clients send them. */
public final class ProgramFixtures {

    public static final LocalDate DECIDED_ON = LocalDate.of(2026, 1, 20);
    public static final LocalDate DELIVERED_ON = LocalDate.of(2026, 2, 18);

    private static final EventsFrom BENEFICIARY = EventsFrom.service("beneficiary-service");
    private static final EventsFrom FUNDRAISING = EventsFrom.service("fundraising-service");

    /** An event as it stands in the outbox. */
    public record Told(String type, String subject, String payload) {}

    private ProgramFixtures() {}

    public static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestTokens.of(role))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    public static RequestSpecification as(String role, String subject) {
        return given().auth()
                .oauth2(TestTokens.of(role, subject))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    public static RequestSpecification officer() {
        return as("program-officer");
    }

    public static Map<String, String> money(String amount) {
        return Map.of("amount", amount, "currency", "IDR");
    }

    public static BeneficiaryApproved anApproval(UUID caseId, UUID beneficiaryId, ApprovedNeed... needs) {
        return new BeneficiaryApproved(
                caseId,
                beneficiaryId,
                "33.02.27",
                "60-69",
                "Mbah Slamet",
                "Sells brooms at the market",
                List.of(needs),
                true,
                true,
                List.of("surveyor-1", "surveyor-2"),
                List.of("decider-1", "decider-2", "decider-3"),
                DECIDED_ON);
    }

    public static ApprovedNeed need(ProgramType type, String amount) {
        return new ApprovedNeed(type, EventMoney.rupiah(new BigDecimal(amount)));
    }

    /** A person with an approved need for a walking aid. */
    public static UUID aBeneficiary(String amount) {
        var id = UUID.randomUUID();
        hear(anApproval(UUID.randomUUID(), id, need(ProgramType.MOBILITY_AID, amount)));
        return id;
    }

    public static FundsMobilised mobilised(UUID programId, UUID beneficiaryId, String amount) {
        var money = EventMoney.rupiah(new BigDecimal(amount));
        return new FundsMobilised(
                programId,
                beneficiaryId,
                money,
                List.of(new Lot(UUID.randomUUID(), UUID.randomUUID(), money)),
                LocalDate.of(2026, 2, 3));
    }

    public static ConsumerRecords<String, byte[]> batch(Event event) {
        return switch (event) {
            case BeneficiaryEvent _ -> BENEFICIARY.batch(event);
            case FundraisingEvent _ -> FUNDRAISING.batch(event);
            default -> throw new IllegalArgumentException("nobody tells " + event + " to this service");
        };
    }

    public static ConsumerRecords<String, byte[]> batch(BeneficiaryEvent event, long sequence) {
        return BENEFICIARY.batch(
                List.of(BENEFICIARY.record(event, UUID.randomUUID().toString(), sequence)));
    }

    public static ConsumerRecords<String, byte[]> batch(FundraisingEvent event, long sequence) {
        return FUNDRAISING.batch(
                List.of(FUNDRAISING.record(event, UUID.randomUUID().toString(), sequence)));
    }

    public static void hear(Event event) {
        hear(batch(event));
    }

    /** Hands a batch over as Kafka would; the same batch again is the same events again. */
    public static void hear(ConsumerRecords<String, byte[]> batch) {
        var inbox = CDI.current().select(Inbox.class).get();
        if (batch.iterator().next().topic().equals("beneficiary-events")) {
            inbox.once(
                    batch,
                    CDI.current()
                            .select(new TypeLiteral<EventConsumer<BeneficiaryEvent>>() {})
                            .get());
        } else {
            inbox.once(
                    batch,
                    CDI.current()
                            .select(new TypeLiteral<EventConsumer<FundraisingEvent>>() {})
                            .get());
        }
    }

    public static Map<String, Object> aPlan(UUID beneficiaryId, String amount) {
        return Map.of(
                "beneficiaryId",
                beneficiaryId,
                "programType",
                "MOBILITY_AID",
                "title",
                "A wheelchair",
                "budget",
                List.of(Map.of("description", "Wheelchair", "amount", money(amount))));
    }

    public static UUID aProgram(UUID beneficiaryId, String amount) {
        return UUID.fromString(officer()
                .body(aPlan(beneficiaryId, amount))
                .post("/api/v1/programs")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static void requestFunding(UUID programId) {
        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body("{}")
                .post("/api/v1/programs/{id}/funding-request", programId)
                .then()
                .statusCode(200);
    }

    /** A programme of this size with its money. */
    public static UUID aFundedProgram(String amount) {
        var beneficiary = aBeneficiary(amount);
        var program = aProgram(beneficiary, amount);
        requestFunding(program);
        hear(mobilised(program, beneficiary, amount));
        return program;
    }

    public static Map<String, Object> aDelivery(String cost) {
        return Map.of(
                "deliveredOn", DELIVERED_ON.toString(),
                "items", List.of(Map.of("description", "Wheelchair", "quantity", 1)),
                "actualCost", money(cost),
                "receipts", List.of(Map.of("number", "INV-1", "amount", money(cost))),
                "proof", Map.of("note", "Handed over at home"));
    }

    public static UUID delivered(UUID programId, String cost) {
        return UUID.fromString(officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .body(aDelivery(cost))
                .post("/api/v1/programs/{id}/deliveries", programId)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public static Map<String, Object> anAcknowledgement() {
        return Map.of("acknowledgedOn", DELIVERED_ON.toString(), "by", "The beneficiary", "witness", "Head of RT 02");
    }

    public static void acknowledge(UUID deliveryId) {
        as("verifier")
                .body(anAcknowledgement())
                .post("/api/v1/deliveries/{id}/acknowledgement", deliveryId)
                .then()
                .statusCode(200);
    }

    public static String statusOf(UUID programId) {
        return officer()
                .get("/api/v1/programs/{id}", programId)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    /** What this service told about a programme, oldest first. */
    public static List<Told> told(UUID programId) {
        var database = CDI.current().select(DataSource.class).get();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(
                        "select headers ->> 'ce_type', key, payload from outbox where key = ? order by id")) {
            select.setString(1, programId.toString());
            var found = new ArrayList<Told>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Told(
                            row.getString(1), row.getString(2), new String(row.getBytes(3), StandardCharsets.UTF_8)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Runs the same work several times at once; answers sorted. */
    public static <T extends Comparable<T>> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newFixedThreadPool(times)) {
            var running = new ArrayList<Future<T>>();
            for (int each = 0; each < times; each++) {
                running.add(threads.submit(work));
            }
            var answers = new ArrayList<T>();
            for (var one : running) {
                answers.add(one.get());
            }
            return answers.stream().sorted().toList();
        }
    }
}
