package id.berdikari.beneficiary.duplicate;

import java.util.UUID;

/** Two people, whichever was named first. */
record Pair(UUID first, UUID second) implements Comparable<Pair> {

    Pair {
        if (first.compareTo(second) > 0) {
            var swapped = first;
            first = second;
            second = swapped;
        }
    }

    UUID other(UUID one) {
        return one.equals(first) ? second : first;
    }

    @Override
    public int compareTo(Pair other) {
        var byFirst = first.compareTo(other.first);
        return byFirst != 0 ? byFirst : second.compareTo(other.second);
    }
}
