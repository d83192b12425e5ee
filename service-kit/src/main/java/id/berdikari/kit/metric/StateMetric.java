package id.berdikari.kit.metric;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A number that tells how the service stands, read from its database by a query that stays cheap however much there is:
 * answered by an index alone, or counted up to a bound.
 *
 * @param name in dots, such as {@code berdikari.outbox.depth}; Prometheus shows underscores
 * @param description what it means, with its unit
 * @param label null, or the name of the label whose values are the query's first column
 * @param every how often it is read
 * @param query one row with the number, or rows of label value and number
 */
public record StateMetric(
        String name, String description, @Nullable String label, Duration every, String query) {

    /** As often as Prometheus usually asks. */
    static final Duration OFTEN = Duration.ofSeconds(15);

    /**
     * A single number, read every 15 seconds.
     *
     * @param name in dots
     * @param description what it means
     * @param query answers one row with the number
     * @return the metric
     */
    public static StateMetric of(String name, String description, String query) {
        return new StateMetric(name, description, null, OFTEN, query);
    }

    /**
     * A number for each value of a label, read every 15 seconds.
     *
     * @param name in dots
     * @param label the label's name; its values must be few
     * @param description what it means
     * @param query answers rows of label value and number
     * @return the metric
     */
    public static StateMetric by(String label, String name, String description, String query) {
        return new StateMetric(name, description, label, OFTEN, query);
    }

    /**
     * The same, read at another pace.
     *
     * @param pace how often; rounded up to 15 seconds
     * @return the metric
     */
    public StateMetric every(Duration pace) {
        return new StateMetric(name, description, label, pace, query);
    }
}
