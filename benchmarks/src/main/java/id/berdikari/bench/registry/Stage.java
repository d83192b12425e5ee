package id.berdikari.bench.registry;

import id.berdikari.bench.Latencies;
import id.berdikari.bench.Measured;
import java.util.Map;

/**
 * What was seen while the register grew to a size and when it had reached it.
 *
 * @param persons how many people are in it
 * @param imported the import that brought the last of them, by people
 * @param rateAtEnd people a second among the last of that import, as many as the import before had
 * @param answers how long questions took, by their kind
 * @param screened the screening of all its households
 */
record Stage(long persons, Measured imported, double rateAtEnd, Map<String, Latencies> answers, Measured screened) {}
