package id.berdikari.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void aPercentileIsTheTimeWithinWhichThatShareArrived() {
        var hundred = Latencies.of(
                IntStream.rangeClosed(1, 100).mapToDouble(each -> 101 - each).toArray());

        assertEquals(50, hundred.percentile(0.50));
        assertEquals(99, hundred.percentile(0.99));
        assertEquals(100, hundred.percentile(1));
    }

    @Test
    void ofASingleEventEveryPercentileIsItsTime() {
        var one = Latencies.of(new double[] {7});

        assertEquals(7, one.percentile(0.01));
        assertEquals(7, one.percentile(0.99));
    }

    @Test
    void anEventThatNeverArrivedIsTheSlowest() {
        var latencies = Latencies.of(new double[] {Double.NaN, 1, 2});

        assertEquals(2, latencies.percentile(0.5));
        assertEquals(Double.NaN, latencies.percentile(1));
    }
}
