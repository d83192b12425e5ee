package id.berdikari.acceptance;

import static id.berdikari.local.Service.BENEFICIARY;
import static id.berdikari.local.Service.FUNDRAISING;
import static id.berdikari.local.Service.MONITORING;
import static id.berdikari.local.Service.PROGRAM;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.local.Links.End;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./berdikari faults}: parts die while stories run, every story ends as told, every promise holds. */
class FaultsIT {
    private static final Duration A_MOMENT = Duration.ofSeconds(1);
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final int STORIES = 6;

    @Test
    void everyPromiseHoldsWhateverDies() {
        var run = new FaultRun(
                SharedSuite.processes(), SharedSuite.clients(), SharedSuite.wording(), A_MOMENT, System.out::println);

        var outcome = run.run(
                STORIES,
                FaultPlan.of(
                        Fault.kill(BENEFICIARY, A_MOMENT),
                        Fault.killBroker(A_MOMENT),
                        Fault.cut(FUNDRAISING, Duration.ofSeconds(5)),
                        Fault.killDatabase(A_MOMENT),
                        Fault.killRelayingReplica(PROGRAM),
                        Fault.stop(MONITORING, A_MOMENT)),
                TEN_MINUTES);

        assertTrue(outcome.isClean(), outcome::complaint);
        assertEquals(6, outcome.struck().size());
    }

    @Test
    void aRequestWhoseDatabaseCannotBeReachedIsAnsweredInTimeAndCanBeRepeated() throws Exception {
        var gift = gift(SharedSuite.story().campaignId());
        var database = SharedSuite.processes().links().of(FUNDRAISING, End.DATABASE);
        try (var client = HttpClient.newHttpClient()) {
            database.cut();
            var answer = client.send(gift, BodyHandlers.ofString());
            var isReady = SharedSuite.processes().isReady(FUNDRAISING);
            database.heal();
            var repeated = client.send(gift, BodyHandlers.ofString());

            assertEquals(503, answer.statusCode(), answer::body);
            assertEquals("2", answer.headers().firstValue("Retry-After").orElse("none"));
            assertFalse(isReady);
            assertEquals(201, repeated.statusCode(), repeated::body);
        }
    }

    private static HttpRequest gift(String campaignId) {
        return HttpRequest.newBuilder(URI.create(SharedSuite.processes().clientUrl(FUNDRAISING) + "/api/v1/campaigns/"
                        + campaignId + "/donations"))
                .timeout(Duration.ofSeconds(40))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString("""
                        {"amount":{"amount":"25000.00","currency":"IDR"},"donor":{"anonymous":true},"method":"MIDTRANS"}"""))
                .build();
    }
}
