package id.berdikari.bench.start;

import id.berdikari.bench.Finding;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One start of the suite.
 *
 * @param fresh each service's footprint when all were ready
 * @param loaded the same after a load, or empty
 */
record Start(double secondsToReady, Map<String, Footprint> fresh, Map<String, Footprint> loaded) {

    Finding.Line line() {
        var figures = new LinkedHashMap<String, Double>();
        figures.put("seconds to ready", secondsToReady);
        fresh.forEach((service, footprint) -> figures.put("CPU s " + service, footprint.cpuSeconds()));
        return new Finding.Line("start", figures);
    }
}
