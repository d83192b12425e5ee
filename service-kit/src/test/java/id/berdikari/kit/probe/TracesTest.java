package id.berdikari.kit.probe;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.kit.EventsFrom;
import id.berdikari.kit.identifier.Identifiers;
import id.berdikari.kit.probe.NoteEvent.NoteWritten;
import id.berdikari.local.test.LocalKafkaResource;
import id.berdikari.local.test.LocalPostgresResource;
import id.berdikari.local.test.TestTokens;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One trace from a request through outbox and broker to the consumer, and on to what the consumer tells. */
@QuarkusTest
@QuarkusTestResource(LocalPostgresResource.class)
@QuarkusTestResource(LocalKafkaResource.class)
class TracesTest {

    private static final String CALLER = "00f067aa0ba902b7";

    @Inject
    RecordedSpans spans;

    @Inject
    NoteEventsConsumer consumer;

    private final EventsFrom probe = EventsFrom.service("probe-service");

    @BeforeEach
    void sick() {
        consumer.cured(false);
        consumer.outages(0);
    }

    @Test
    void aRequestsTraceGoesThroughTheBrokerToWhatTheConsumerTells() {
        var trace = aTrace();
        var planted = "echo " + aTrace();

        request(trace)
                .header("User-Agent", planted)
                .queryParam("secret", planted)
                .body(Map.of("text", planted, "price", Map.of("amount", "1", "currency", "IDR")))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);

        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertEquals(5, spans.ofTrace(trace).size()));
        var request = child(trace, CALLER, SpanKind.SERVER);
        var sent = child(trace, request.getSpanId(), SpanKind.PRODUCER);
        var handled = child(trace, sent.getSpanId(), SpanKind.CONSUMER);
        var sentOn = child(trace, handled.getSpanId(), SpanKind.PRODUCER);
        var handledOn = child(trace, sentOn.getSpanId(), SpanKind.CONSUMER);
        assertEquals(
                List.of("send probe-events", "process probe-events"), List.of(sent.getName(), handledOn.getName()));
        assertFalse(
                spans.ofTrace(trace).toString().contains(planted),
                () -> "a span shows what somebody wrote: " + request.getAttributes());
        assertEquals("REDACTED", request.getAttributes().get(AttributeKey.stringKey("client.address")));
        assertEquals("REDACTED", request.getAttributes().get(AttributeKey.stringKey("url.query")));
    }

    @Test
    void eachEventOfABatchKeepsItsOwnTrace() {
        var one = aTrace();
        var other = aTrace();
        var lost = Identifiers.next();

        consumer.on(probe.batch(List.of(
                traced(one, new NoteWritten(Identifiers.next(), "one")),
                traced(other, new NoteWritten(Identifiers.next(), "other")),
                probe.record(new NoteWritten(lost, "without")))));

        assertEquals(CALLER, only(one).getParentSpanId());
        assertEquals(CALLER, only(other).getParentSpanId());
    }

    @Test
    void aRedrivenEventGoesOnInItsOwnTrace() {
        var trace = aTrace();
        var operator = aTrace();
        var sick = Identifiers.next();
        consumer.on(probe.batch(List.of(traced(trace, new NoteWritten(sick, "poison " + sick)))));
        await().untilAsserted(() -> assertTrue(
                spans.ofTrace(trace).stream().anyMatch(span -> span.getName().equals("send probe-events-dlq"))));
        consumer.cured(true);

        request(operator)
                .body(Map.of("key", sick.toString()))
                .post("/api/v1/parked-events/redrive")
                .then()
                .statusCode(200)
                .body("handled", equalTo(1));

        var attempts = spans.ofTrace(trace).stream()
                .filter(span -> span.getKind() == SpanKind.CONSUMER)
                .toList();
        assertEquals(StatusCode.ERROR, attempts.getFirst().getStatus().getStatusCode());
        assertEquals(StatusCode.UNSET, attempts.getLast().getStatus().getStatusCode());
        assertEquals(
                operator,
                attempts.getLast().getLinks().getFirst().getSpanContext().getTraceId());
    }

    @Test
    void aRefusalNamesItsTrace() {
        var trace = aTrace();

        request(trace).body("{}").post("/api/v1/notes").then().statusCode(400).body("traceId", equalTo(trace));
    }

    private static RequestSpecification request(String trace) {
        return given().auth()
                .oauth2(TestTokens.with("verifier", "admin").sign())
                .contentType(ContentType.JSON)
                .header("traceparent", "00-" + trace + "-" + CALLER + "-01");
    }

    private ConsumerRecord<String, byte[]> traced(String trace, NoteEvent event) {
        var message = probe.record(event);
        message.headers()
                .add("traceparent", ("00-" + trace + "-" + CALLER + "-01").getBytes(StandardCharsets.US_ASCII));
        return message;
    }

    private SpanData only(String trace) {
        var found = spans.ofTrace(trace);
        assertEquals(1, found.size());
        return found.getFirst();
    }

    private SpanData child(String trace, String parent, SpanKind kind) {
        var found = spans.ofTrace(trace).stream()
                .filter(span -> span.getParentSpanId().equals(parent))
                .toList();
        assertEquals(List.of(kind), found.stream().map(SpanData::getKind).toList());
        return found.getFirst();
    }

    private static String aTrace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
