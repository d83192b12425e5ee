package id.berdikari.beneficiary.nomination;

import id.berdikari.kit.metric.StateMetric;
import id.berdikari.kit.metric.StateMetrics;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** Which cases wait for people. */
@ApplicationScoped
class NominationMetrics implements StateMetrics {

    @Override
    public List<StateMetric> stateMetrics() {
        return List.of(
                StateMetric.of(
                        "berdikari.decisions.waiting",
                        "Proposed decisions that wait for another decider",
                        "select count(*) from decision where state = 'PROPOSED'"),
                StateMetric.of(
                        "berdikari.decisions.oldest.age.seconds",
                        "How long the oldest proposed decision has waited; 0 when none waits",
                        "select coalesce(extract(epoch from now() - min(proposed_at)), 0) from decision where state = 'PROPOSED'"),
                StateMetric.by(
                                "status",
                                "berdikari.nominations.open",
                                "Open cases by status, each counted up to 100,000",
                                """
                select open.status, (
                    select count(*) from (select from nomination where nomination.status = open.status limit 100000) counted)
                from (values ('NOMINATED'), ('PRE_SURVEYED'), ('SURVEYED'), ('WAITLISTED'), ('DECISION_PROPOSED')) open (status)
                """)
                        .every(Duration.ofMinutes(1)));
    }
}
