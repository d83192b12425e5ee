package id.berdikari.acceptance;

import static id.berdikari.local.Service.BENEFICIARY;
import static id.berdikari.local.Service.FUNDRAISING;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Story A for each kind of help. The story itself requires every state on the way. */
class StoryAIT {
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Person VERIFIER = Person.of("verifier", 1);
    private static final Person FUNDRAISER = Person.of("fundraiser", 1);
    private static final List<String> WAY = List.of(
            "nominated",
            "pre-surveyed",
            "surveyed",
            "approved",
            "published",
            "donated",
            "requested",
            "mobilised",
            "delivered",
            "acknowledged",
            "completed",
            "visited");
    private static final Patience ONE_MINUTE = new Patience(Duration.ofSeconds(60));

    static List<Help> help() {
        return Help.all();
    }

    @ParameterizedTest
    @MethodSource("help")
    void leadsFromNominationToHelpAndBackToTheDonor(Help help) {
        var ending = help.equals(Help.mobilityAid()) ? SharedSuite.story() : SharedSuite.live(help);

        assertEquals(help.handOvers().size(), ending.deliveryIds().size());
        assertEquals(WAY, waymarks(ending.journey()));
        assertEquals(cost(help), spent(ending.traces()));
    }

    @Test
    void spendsTheFirstDonationFirst() {
        var ending = SharedSuite.story();
        var first = ending.gifts().getFirst().amount();

        assertEquals(first, sum(ending.traces().getFirst(), "SPENT").setScale(0));
        assertEquals(
                cost(ending.help()).subtract(first),
                sum(ending.traces().getLast(), "SPENT").setScale(0));
        assertTrue(sum(ending.traces().getLast(), "HELD").signum() > 0, "what was not spent is held for others");
    }

    @Test
    void withdrawnConsentTakesTheCampaignDownWithinAMinute() {
        var suite = SharedSuite.clients();
        var wording = SharedSuite.wording();
        var ending = SharedSuite.live(Help.all().getLast());
        var campaign = "/api/v1/campaigns/" + ending.campaignId();
        suite.post(
                        BENEFICIARY,
                        "/api/v1/beneficiaries/" + ending.beneficiaryId() + "/consents",
                        VERIFIER,
                        Map.of("purpose", "PUBLICATION", "given", false, "witness", wording.text("Head of RT 04")))
                .require(201);

        var gone = ONE_MINUTE.until(
                "the campaign is gone",
                () -> Optional.of(suite.get(FUNDRAISING, campaign, null)).filter(answer -> answer.status() == 410));

        assertTrue(gone.isProblem("campaign-withdrawn"), gone::toString);
        suite.get(FUNDRAISING, campaign, FUNDRAISER).require(200, "WITHDRAWN");
        var gift = Map.of(
                "amount", Map.of("amount", "50000.00", "currency", "IDR"),
                "donor", Map.of("anonymous", true),
                "method", "MIDTRANS");
        var refused = suite.post(
                FUNDRAISING,
                campaign + "/donations",
                null,
                gift,
                "Idempotency-Key",
                UUID.randomUUID().toString());
        assertTrue(List.of(409, 410).contains(refused.status()), refused::toString);
    }

    @Test
    void somebodyWhoLeftGetsNoNewCampaign() {
        var suite = SharedSuite.clients();
        var wording = SharedSuite.wording();
        var ending = SharedSuite.live(Help.all().get(1));
        var exit = Map.of("exitedOn", LocalDate.now(JAKARTA).toString(), "reason", wording.text("Stands on own feet"));
        suite.post(BENEFICIARY, "/api/v1/beneficiaries/" + ending.beneficiaryId() + "/exit", VERIFIER, exit)
                .require(200);
        var draft = Map.of(
                "title", wording.text("Once more"),
                "beneficiaryId", ending.beneficiaryId(),
                "target", Map.of("amount", "100000.00", "currency", "IDR"),
                "permitId", ending.permitId(),
                "endsOn", LocalDate.now(JAKARTA).plusDays(10).toString());

        var refused = ONE_MINUTE.until(
                "the news of the exit reaches fundraising",
                () -> Optional.of(suite.post(FUNDRAISING, "/api/v1/campaigns", FUNDRAISER, draft))
                        .filter(answer -> answer.status() != 201));

        assertEquals(409, refused.status(), refused::toString);
        assertTrue(refused.isProblem("beneficiary-exited"), refused::toString);
    }

    /** The order in which each of them was first recorded. */
    private static List<String> waymarks(List<JsonNode> journey) {
        return journey.stream()
                .map(item -> item.path("type").asText())
                .filter(WAY::contains)
                .distinct()
                .toList();
    }

    private static BigDecimal cost(Help help) {
        return BigDecimal.valueOf(
                help.items().stream().mapToLong(Help.Item::cost).sum());
    }

    private static BigDecimal spent(List<JsonNode> traces) {
        return traces.stream()
                .map(trace -> sum(trace, "SPENT"))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(0);
    }

    private static BigDecimal sum(JsonNode trace, String state) {
        return StreamSupport.stream(trace.path("items").spliterator(), false)
                .filter(item -> item.path("state").asText().equals(state))
                .map(item -> StoryA.amount(item.path("amount")))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
