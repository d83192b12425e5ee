package id.berdikari.acceptance;

import id.berdikari.local.Links.End;
import id.berdikari.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which fault comes when: each in turn first, then as a seed decides, or none any more. */
record FaultPlan(List<Fault> inTurn, @Nullable Random chance) {
    private static final Duration LONGEST_CUT = Duration.ofSeconds(90);
    private static final Duration DOWN = Duration.ofSeconds(3);

    /** These and no others. */
    static FaultPlan of(Fault... faults) {
        return new FaultPlan(List.of(faults), null);
    }

    /** A run of half an hour has cuts of 90 seconds, a shorter one shorter ones. */
    static FaultPlan forRunOf(Duration whole, long seed) {
        var twentieth = whole.dividedBy(20);
        return new FaultPlan(
                eachOnce(twentieth.compareTo(LONGEST_CUT) < 0 ? twentieth : LONGEST_CUT), new Random(seed));
    }

    private static List<Fault> eachOnce(Duration cut) {
        var faults = new ArrayList<>(List.of(
                Fault.killDatabase(DOWN),
                Fault.cut(End.BROKER, cut),
                Fault.killRelayingReplica(Service.PROGRAM),
                Fault.cut(End.DATABASE, cut),
                Fault.killBroker(DOWN)));
        for (var service : Service.values()) {
            faults.add(Fault.kill(service, DOWN));
            faults.add(Fault.stop(service, DOWN));
            faults.add(Fault.cut(service, cut));
        }
        faults.add(Fault.killRelayingReplica(Service.FUNDRAISING));
        Stream.of(Service.values()).map(Fault::reset).forEach(faults::add);
        return faults;
    }

    /** The n-th fault of the run, counted from zero. */
    Optional<Fault> next(int n) {
        if (n < inTurn.size()) {
            return Optional.of(inTurn.get(n));
        }
        return Optional.ofNullable(chance).map(random -> inTurn.get(random.nextInt(inTurn.size())));
    }
}
