package id.berdikari.kit.metric;

import java.util.List;

/** A feature's numbers about its state; a bean that implements this is all it takes to have them sampled. */
public interface StateMetrics {

    /**
     * The numbers.
     *
     * @return each with its query; asked for once, at start
     */
    List<StateMetric> stateMetrics();
}
