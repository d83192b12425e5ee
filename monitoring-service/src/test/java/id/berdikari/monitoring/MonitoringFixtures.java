package id.berdikari.monitoring;

import static io.restassured.RestAssured.given;

import id.berdikari.event.BeneficiaryEvent;
import id.berdikari.event.BeneficiaryEvent.ApprovedNeed;
import id.berdikari.event.BeneficiaryEvent.BeneficiaryApproved;
import id.berdikari.event.Event;
import id.berdikari.event.EventMoney;
import id.berdikari.event.FundraisingEvent;
import id.berdikari.event.ProgramEvent;
import id.berdikari.event.ProgramEvent.DeliveryCompleted;
import id.berdikari.event.ProgramEvent.ProgramProposed;
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
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** People, programmes, requests and events as the other services and the clients send them. */
public final class MonitoringFixtures {

    public static final LocalDate DELIVERED_ON = LocalDate.of(2025, 2, 18);

    private static final EventsFrom BENEFICIARY = EventsFrom.service("beneficiary-service");
    private static final EventsFrom FUNDRAISING = EventsFrom.service("fundraising-service");
    private static final EventsFrom PROGRAM = EventsFrom.service("program-service");

    /** A person and the programme that helps them. */
    public record Helped(UUID beneficiary, UUID program) {}

    /** An event as it stands in the outbox. */
    public record Told(String type, String payload) {}

    private MonitoringFixtures() {}

    public static RequestSpecification as(String role) {
        return given().auth()
                .oauth2(TestTokens.of(role))
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en");
    }

    public static RequestSpecification monitor() {
        return as("monitor");
    }

    public static RequestSpecification elsewhere() {
        return given().auth()
                .oauth2(TestTokens.with("monitor").areas("33.03").sign())
                .contentType(ContentType.JSON);
    }

    public static EventMoney rupiah(String amount) {
        return EventMoney.rupiah(new BigDecimal(amount));
    }

    public static BeneficiaryApproved anApproval(UUID caseId, UUID beneficiaryId) {
        return new BeneficiaryApproved(
                caseId,
                beneficiaryId,
                "33.02.27",
                "60-69",
                "Mbah Slamet",
                "Sells brooms at the market",
                List.of(new ApprovedNeed(ProgramType.MOBILITY_AID, rupiah("1500000"))),
                true,
                true,
                List.of("surveyor-1", "surveyor-2"),
                List.of("decider-1", "decider-2", "decider-3"),
                LocalDate.of(2025, 1, 20));
    }

    public static ProgramProposed aProposal(UUID program, UUID beneficiary) {
        return new ProgramProposed(
                program,
                beneficiary,
                ProgramType.MOBILITY_AID,
                "33.02.27",
                rupiah("1500000"),
                LocalDate.of(2025, 2, 3));
    }

    public static DeliveryCompleted aDelivery(UUID program, UUID beneficiary) {
        return new DeliveryCompleted(program, UUID.randomUUID(), beneficiary, rupiah("1450000"), DELIVERED_ON);
    }

    /** Somebody to whom help was handed over on {@link #DELIVERED_ON}. */
    public static Helped somebodyHelped() {
        var helped = new Helped(UUID.randomUUID(), UUID.randomUUID());
        hear(anApproval(UUID.randomUUID(), helped.beneficiary()));
        hear(aProposal(helped.program(), helped.beneficiary()));
        hear(aDelivery(helped.program(), helped.beneficiary()));
        return helped;
    }

    public static ConsumerRecords<String, byte[]> batch(Event event) {
        return switch (event) {
            case BeneficiaryEvent _ -> BENEFICIARY.batch(event);
            case FundraisingEvent _ -> FUNDRAISING.batch(event);
            case ProgramEvent _ -> PROGRAM.batch(event);
            default -> throw new IllegalArgumentException("nobody tells " + event + " to this service");
        };
    }

    public static void hear(Event event) {
        hear(batch(event));
    }

    /** Hands a batch over as Kafka would; the same batch again is the same events again. */
    public static void hear(ConsumerRecords<String, byte[]> batch) {
        var inbox = CDI.current().select(Inbox.class).get();
        switch (batch.iterator().next().topic()) {
            case "beneficiary-events" ->
                inbox.once(
                        batch,
                        CDI.current()
                                .select(new TypeLiteral<EventConsumer<BeneficiaryEvent>>() {})
                                .get());
            case "fundraising-events" ->
                inbox.once(
                        batch,
                        CDI.current()
                                .select(new TypeLiteral<EventConsumer<FundraisingEvent>>() {})
                                .get());
            default ->
                inbox.once(
                        batch,
                        CDI.current()
                                .select(new TypeLiteral<EventConsumer<ProgramEvent>>() {})
                                .get());
        }
    }

    public static Map<String, Object> aVisit(Helped helped, String visitedOn) {
        return Map.of(
                "beneficiaryId",
                helped.beneficiary(),
                "programId",
                helped.program(),
                "visitedOn",
                visitedOn,
                "suits",
                true,
                "lasts",
                false,
                "notes",
                "Uses it every day",
                "findings",
                List.of(Map.of("description", "The left brake is loose")));
    }

    public static UUID visited(Helped helped, String visitedOn) {
        return UUID.fromString(monitor()
                .body(aVisit(helped, visitedOn))
                .post("/api/v1/visits")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** What this service told about a person, oldest first. */
    public static List<Told> told(UUID beneficiary) {
        var database = CDI.current().select(DataSource.class).get();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select headers ->> 'ce_type', payload from outbox"
                        + " where convert_from(payload, 'UTF8')::jsonb ->> 'beneficiaryId' = ? order by id")) {
            select.setString(1, beneficiary.toString());
            var found = new ArrayList<Told>();
            try (var row = select.executeQuery()) {
                while (row.next()) {
                    found.add(new Told(row.getString(1), new String(row.getBytes(2), StandardCharsets.UTF_8)));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
