package id.berdikari.local.population;

import java.util.List;
import java.util.stream.IntStream;

/** Answers to the Washington Group Short Set, in its order; difficulties grow with age, most of all in seeing and walking. */
final class Functioning {
    private static final int YOUNGEST = 5;
    private static final List<Double> WEIGHTS = List.of(1.1, 0.6, 1.2, 0.5, 0.5, 0.35);

    private Functioning() {}

    static List<Integer> of(int age, Dice dice) {
        if (age < YOUNGEST || dice.falls(0.03)) {
            return List.of();
        }
        var one = age < 18 ? 0.004 : age < 45 ? 0.006 : age < 60 ? 0.018 : age < 70 ? 0.045 : 0.11;
        return IntStream.range(0, WEIGHTS.size())
                .mapToObj(domain -> answer(one * WEIGHTS.get(domain), dice))
                .toList();
    }

    private static int answer(double aLot, Dice dice) {
        return switch (dice.which(1 - 5 * aLot, 4 * aLot, 0.8 * aLot)) {
            case 0 -> 1;
            case 1 -> 2;
            case 2 -> 3;
            default -> 4;
        };
    }
}
