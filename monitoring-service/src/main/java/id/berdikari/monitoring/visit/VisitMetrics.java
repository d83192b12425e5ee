package id.berdikari.monitoring.visit;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What monitors have before them. */
@ApplicationScoped
class VisitMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(
                StateMetric.of(
                        "berdikari.followups.due",
                        "Follow-ups whose day has come, counted up to 10,000",
                        "select count(*) from (select from follow_up where status = 'DUE' limit 10000) waiting"),
                StateMetric.of(
                        "berdikari.findings.open",
                        "Findings that nobody resolved yet, counted up to 10,000",
                        "select count(*) from (select from finding where status = 'OPEN' limit 10000) waiting"));
    }
}
