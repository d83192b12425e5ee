package id.berdikari.kit.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.arc.All;
import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Reads the numbers about the service's state from its database, one after the other, and shows the latest. */
@ApplicationScoped
class StateSampler {

    private static final int QUERY_TIMEOUT_SECONDS = 10;

    private static final class Sampled {
        private final StateMetric metric;
        private final MultiGauge gauge;
        private Instant due = Instant.MIN;

        Sampled(StateMetric metric, MeterRegistry registry) {
            this.metric = metric;
            this.gauge = MultiGauge.builder(metric.name())
                    .description(metric.description())
                    .register(registry);
        }
    }

    private final DataSource database;
    private final Clock clock;
    private final List<Sampled> samples;
    private volatile Instant complete;

    StateSampler(DataSource database, Clock clock, MeterRegistry registry, @All List<StateMetrics> metrics) {
        this.database = database;
        this.clock = clock;
        this.complete = clock.instant();
        this.samples = metrics.stream()
                .flatMap(each -> each.stateMetrics().stream())
                .map(metric -> new Sampled(metric, registry))
                .toList();
        TimeGauge.builder("berdikari.state.sample.age", this::age, TimeUnit.SECONDS)
                .description("How old the numbers about the service's state are")
                .register(registry);
    }

    private double age() {
        return Duration.between(complete, clock.instant()).toSeconds();
    }

    @Scheduled(every = "15s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sample() {
        var now = clock.instant();
        try (var connection = database.getConnection()) {
            var failed = 0;
            for (var sample : samples) {
                if (!now.isBefore(sample.due) && !read(connection, sample, now)) {
                    failed++;
                }
            }
            if (failed == 0) {
                complete = now;
            }
        } catch (SQLException away) {
            Log.warnf("The service's state is not sampled: %s", away.getClass().getSimpleName());
        }
    }

    private static boolean read(Connection connection, Sampled sample, Instant now) {
        try {
            sample.gauge.register(rows(connection, sample.metric), true);
            sample.due = now.plus(sample.metric.every());
            return true;
        } catch (SQLException failed) {
            Log.warnf("%s is not sampled: %s", sample.metric.name(), failed.getSQLState());
            return false;
        }
    }

    private static List<MultiGauge.Row<?>> rows(Connection connection, StateMetric metric) throws SQLException {
        var rows = new ArrayList<MultiGauge.Row<?>>();
        try (var statement = connection.createStatement()) {
            statement.setQueryTimeout(QUERY_TIMEOUT_SECONDS);
            try (var row = statement.executeQuery(metric.query())) {
                while (row.next()) {
                    rows.add(
                            metric.label() == null
                                    ? MultiGauge.Row.of(Tags.empty(), row.getDouble(1))
                                    : MultiGauge.Row.of(Tags.of(metric.label(), row.getString(1)), row.getDouble(2)));
                }
            }
        }
        return rows;
    }
}
