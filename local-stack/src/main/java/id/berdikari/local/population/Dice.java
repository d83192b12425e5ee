package id.berdikari.local.population;

import java.util.List;
import java.util.Random;

/** Chance that falls the same way whenever it is asked for the same thing. */
final class Dice {
    private static final long GOLDEN_RATIO = 0x9E37_79B9_7F4A_7C15L;

    private final Random random;

    private Dice(long seed) {
        this.random = new Random(seed);
    }

    /** The dice for one matter out of many, such as a household's number; neighbours have nothing in common. */
    static Dice of(long seed, long matter) {
        return new Dice(mixed(seed, matter));
    }

    /** Some number that hangs on nothing but these two (the finish of SplitMix64). */
    static long mixed(long seed, long matter) {
        var mixed = seed + (matter + 1) * GOLDEN_RATIO;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D0_49BB_1331_11EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** Whether something happens that happens so often, 1 being always. */
    boolean falls(double share) {
        return random.nextDouble() < share;
    }

    /** From the first to the last, both included. */
    int between(int first, int last) {
        return first + random.nextInt(last - first + 1);
    }

    /** Around zero, by the bell curve, with a standard deviation of one. */
    double spread() {
        return random.nextGaussian();
    }

    <T> T anyOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Rather one of the first than of the last, as names are given. */
    <T> T commonOf(List<T> choices) {
        return choices.get((int) (choices.size() * Math.pow(random.nextDouble(), 1.6)));
    }

    /** Which of several happens, by how often each does; what is missing to 1 is the last one's. */
    int which(double... shares) {
        var left = random.nextDouble();
        for (var i = 0; i < shares.length; i++) {
            left -= shares[i];
            if (left < 0) {
                return i;
            }
        }
        return shares.length;
    }
}
