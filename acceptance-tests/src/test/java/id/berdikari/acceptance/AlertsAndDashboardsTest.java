package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Rules, dashboards and the operators' guide speak of the same metrics and the same alerts. */
class AlertsAndDashboardsTest {
    private static final Path FOLDER = Path.of("../deploy/observability");

    @Test
    void everyAlertSaysWhatItIsAndWhereHelpStands() throws IOException {
        assertAll(alerts().stream().map(alert -> () -> {
            var name = alert.path("alert").asText();
            assertFalse(alert.path("expr").asText().isBlank(), name);
            assertTrue(alert.path("for").asText().matches("\\d+[mh]"), name);
            assertTrue(
                    Set.of("critical", "warning", "info")
                            .contains(alert.at("/labels/severity").asText()),
                    name);
            assertFalse(alert.at("/annotations/summary").asText().isBlank(), name);
            assertFalse(alert.at("/annotations/description").asText().isBlank(), name);
            assertEquals(
                    "docs/operations.md#" + name.toLowerCase(Locale.ROOT),
                    alert.at("/annotations/runbook_url").asText());
        }));
    }

    @Test
    void theGuideExplainsEveryAlertAndNoOther() throws IOException {
        var names = alerts().stream()
                .map(alert -> alert.path("alert").asText())
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(names, OperatorsGuide.alerts());
    }

    @Test
    void alertsAskForDocumentedMetricsOnly() throws IOException {
        var asked = alerts().stream()
                .flatMap(alert -> OperatorsGuide.namedIn(alert.path("expr").asText()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        asked.removeAll(OperatorsGuide.metrics());

        assertEquals(Set.of(), asked);
    }

    @Test
    void dashboardsShowDocumentedMetricsOnly() throws IOException {
        var asked = new TreeSet<String>();
        for (var dashboard : dashboards()) {
            var panels = dashboard.path("panels");
            assertFalse(panels.isEmpty(), dashboard.path("title").asText());
            for (var panel : panels) {
                for (var target : panel.path("targets")) {
                    var named = OperatorsGuide.namedIn(target.path("expr").asText());
                    assertTrue(
                            !named.isEmpty() || target.path("expr").asText().contains("up{"),
                            () -> panel.path("title").asText());
                    asked.addAll(named);
                }
            }
        }
        asked.removeAll(OperatorsGuide.metrics());

        assertEquals(Set.of(), asked);
    }

    private static List<JsonNode> alerts() throws IOException {
        var rules = new YAMLMapper().readTree(FOLDER.resolve("alerts.yml").toFile());
        var alerts = StreamSupport.stream(rules.path("groups").spliterator(), false)
                .flatMap(group -> StreamSupport.stream(group.path("rules").spliterator(), false))
                .toList();
        assertFalse(alerts.isEmpty());
        return alerts;
    }

    private static List<JsonNode> dashboards() throws IOException {
        try (var files = Files.list(FOLDER.resolve("dashboards"))) {
            var found = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertEquals(3, found.size());
            var json = new ObjectMapper();
            var dashboards = new ArrayList<JsonNode>();
            for (var file : found) {
                dashboards.add(json.readTree(file.toFile()));
            }
            return dashboards;
        }
    }
}
