package id.berdikari.kit.audit;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** How far the sealer is behind. */
@ApplicationScoped
class AuditMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(StateMetric.of(
                "berdikari.audit.seal.lag.seconds",
                "How long the oldest audit entry after the last sealed one has waited; 0 when all are sealed",
                """
                select coalesce((
                    select extract(epoch from now() - at) from audit_entry
                    where id > coalesce((select entry_id from audit_seal order by position desc limit 1), 0)
                    order by id limit 1), 0)
                """));
    }
}
