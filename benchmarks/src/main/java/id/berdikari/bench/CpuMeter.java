package id.berdikari.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Reads the CPU time of process trees, and of this process with what it started and waited for, from {@code /proc}. */
public final class CpuMeter {

    private static final String CLIENT = "client";
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER_TIME = 11;

    private final Map<String, Long> processes = new LinkedHashMap<>();

    /** Also counts this process and all that live below it. */
    public CpuMeter with(String name, long pid) {
        processes.put(name, pid);
        return this;
    }

    /** CPU seconds by name until now. */
    public Map<String, Double> read() {
        var read = new LinkedHashMap<String, Double>();
        processes.forEach((name, pid) -> read.put(name, tree(pid)));
        read.put(CLIENT, seconds(ProcessHandle.current().pid(), true));
        return read;
    }

    public static Map<String, Double> spent(Map<String, Double> before, Map<String, Double> after) {
        var spent = new LinkedHashMap<String, Double>();
        after.forEach((name, seconds) -> spent.put(name, seconds - before.getOrDefault(name, 0.0)));
        return spent;
    }

    /** PostgreSQL's server processes come and go; those that went are in their parent's account. */
    private static double tree(long pid) {
        var handle = ProcessHandle.of(pid).orElseThrow();
        return seconds(pid, true)
                + handle.descendants()
                        .mapToDouble(child -> seconds(child.pid(), false))
                        .sum();
    }

    private static double seconds(long pid, boolean withWaitedFor) {
        try {
            var stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            // The command in brackets may hold spaces; what follows it starts with the third field.
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            return Stream.of(fields)
                            .skip(USER_TIME)
                            .limit(withWaitedFor ? 4 : 2)
                            .mapToLong(Long::parseLong)
                            .sum()
                    / TICKS_PER_SECOND;
        } catch (java.nio.file.NoSuchFileException ended) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
