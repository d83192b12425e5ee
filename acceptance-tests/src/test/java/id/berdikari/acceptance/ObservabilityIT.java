package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.berdikari.acceptance.TopicRecords.Told;
import id.berdikari.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an operator sees of a suite in which a story was told: metrics, logs and traces. */
class ObservabilityIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void tellAStory() {
        SharedSuite.story();
    }

    @Test
    void everyDocumentedMetricIsThere() {
        var missing = OperatorsGuide.metrics();
        Arrays.stream(Service.values()).forEach(service -> missing.removeAll(OperatorsGuide.namedIn(metrics(service))));

        assertEquals(Set.of(), missing);
    }

    @ParameterizedTest
    @EnumSource
    void everyMetricOfOursIsDocumented(Service service) {
        var undocumented = OperatorsGuide.namedIn(metrics(service)).stream()
                .filter(name -> name.startsWith("berdikari_"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(undocumented.isEmpty());
        undocumented.removeAll(OperatorsGuide.metrics());

        assertEquals(Set.of(), undocumented);
    }

    @Test
    void theInvariantsOfTheLedgerHold() {
        var fundraising = metrics(Service.FUNDRAISING);

        assertAll(
                () -> assertTrue(fundraising.contains("berdikari_ledger_imbalance_rupiah 0.0\n")),
                () -> assertTrue(fundraising.contains("berdikari_ledger_lots_difference_rupiah 0.0\n")));
    }

    @ParameterizedTest
    @EnumSource
    void metricsShowNothingThatPeopleWrote(Service service) {
        var metrics = metrics(service);

        assertEquals(
                List.of(),
                SharedSuite.wording().secrets().stream()
                        .filter(metrics::contains)
                        .toList());
    }

    @ParameterizedTest
    @EnumSource
    void everyLogLineIsJsonThatNamesItsService(Service service) throws IOException {
        SharedSuite.clients()
                .get(service, "/api/v1/parked-events?limit=0", Person.of("admin", 1))
                .require(400);

        var lines = log(service);

        assertEquals(
                Set.of(service.id() + "-service"),
                lines.stream().map(line -> line.path("service").asText()).collect(Collectors.toSet()));
        assertTrue(
                lines.stream().anyMatch(line -> line.at("/mdc/traceId").asText().matches("[0-9a-f]{32}")),
                "some line was written for a request");
    }

    @Test
    void whatAnotherServiceAnswersStandsInTheTraceThatAsked() {
        var told = TopicRecords.read(SharedSuite.processes().bootstrapServers());

        var asked = traces(told, "funding-requested");
        var answered = traces(told, "funds-mobilised");

        assertTrue(
                answered.stream().anyMatch(asked::contains), () -> "asked in " + asked + ", answered in " + answered);
    }

    private static Set<String> traces(List<Told> told, String type) {
        return told.stream()
                .filter(each -> each.type().equals(type))
                .map(each -> each.headers().getOrDefault("traceparent", "").split("-", -1)[1])
                .collect(Collectors.toSet());
    }

    /** Without the comments, which name counters as no query can. */
    private static String metrics(Service service) {
        return SharedSuite.clients()
                .get(service, "/q/metrics", null)
                .require(200)
                .asText()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** The JVM may warn in words of its own. */
    private static List<JsonNode> log(Service service) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (var line : Files.readAllLines(SharedSuite.processes().log(service))) {
            assertFalse(line.matches(".* (INFO|WARN|ERROR) +\\[.*"), () -> "text in a JSON log: " + line);
            if (line.startsWith("{")) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }
}
