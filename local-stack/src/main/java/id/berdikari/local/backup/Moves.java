package id.berdikari.local.backup;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where offsets that somebody remembers have moved to: a restored topic has no gaps, while the old one had one for each
 * transaction. An offset that has no record any more moves to the next one that has.
 */
final class Moves {
    private record Partition(String topic, int number) {}

    /** By partition, each offset that was asked for, and its new one once it is known. */
    private final Map<Partition, NavigableMap<Long, Long>> known = new HashMap<>();

    private final Map<Partition, NavigableMap<Long, Long>> open = new HashMap<>();
    private final Map<Partition, Long> ends = new HashMap<>();

    /** Asks for an offset, before the topic is read. */
    void ask(String topic, int partition, long offset) {
        open.computeIfAbsent(new Partition(topic, partition), each -> new TreeMap<>())
                .put(offset, offset);
    }

    /** Hears of each record of a partition in its order. */
    void record(String topic, int partition, long was, long is) {
        var place = new Partition(topic, partition);
        ends.put(place, is + 1);
        var asked = open.get(place);
        if (asked != null && !asked.isEmpty() && asked.firstKey() <= was) {
            var passed = asked.headMap(was, true);
            passed.keySet()
                    .forEach(offset -> known.computeIfAbsent(place, each -> new TreeMap<>())
                            .put(offset, is));
            Set.copyOf(passed.keySet()).forEach(asked::remove);
        }
    }

    /** The new offset; behind the last record for one that lies behind all of them. */
    long of(String topic, int partition, long offset) {
        var place = new Partition(topic, partition);
        var moved = known.getOrDefault(place, new TreeMap<>()).get(offset);
        return moved != null ? moved : ends.getOrDefault(place, 0L);
    }
}
