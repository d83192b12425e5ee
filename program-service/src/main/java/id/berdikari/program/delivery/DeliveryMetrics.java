package id.berdikari.program.delivery;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Which help was handed over and not acknowledged yet. */
@ApplicationScoped
class DeliveryMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(StateMetric.of(
                "berdikari.deliveries.unacknowledged",
                "Deliveries that wait for a verifier, counted up to 10,000",
                "select count(*) from (select from delivery where status = 'DELIVERED' limit 10000) waiting"));
    }
}
