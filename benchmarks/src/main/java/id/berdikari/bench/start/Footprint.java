package id.berdikari.bench.start;

import id.berdikari.local.LocalSuite;
import id.berdikari.local.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a process has cost until now.
 *
 * @param cpuSeconds since it began
 * @param residentMebibytes of memory, files mapped into it included
 */
record Footprint(double cpuSeconds, double residentMebibytes) {

    private static final String RESIDENT = "VmRSS:";

    /** By service, in the order of the suite. */
    static Map<String, Footprint> of(LocalSuite suite) throws IOException {
        var footprints = new LinkedHashMap<String, Footprint>();
        for (var service : Service.values()) {
            footprints.put(service.id(), of(suite.pid(service)));
        }
        return footprints;
    }

    private static Footprint of(long pid) throws IOException {
        var cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new Footprint(cpu.toMillis() / 1e3, residentMebibytes(pid));
    }

    private static double residentMebibytes(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
            return lines.filter(line -> line.startsWith(RESIDENT))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
