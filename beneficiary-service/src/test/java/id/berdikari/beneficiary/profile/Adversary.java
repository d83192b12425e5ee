package id.berdikari.beneficiary.profile;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table as it was published and finds out within what bounds each hidden number of poor must lie: none is below zero or
 * above its group, and the shown ones and the sums are true.
 *
 * @param everybody the sum over all groups
 * @param poor the sum of the poor; null where it is hidden
 */
record Adversary(int everybody, @Nullable Integer poor, List<Published> groups) {

    record Published(@Nullable Integer everybody, @Nullable Integer poor) {}

    record Bounds(int least, int most) {
        int choices() {
            return most - least + 1;
        }
    }

    Bounds everybodyOf(int place) {
        var given = groups.get(place).everybody();
        if (given != null) {
            return new Bounds(given, given);
        }
        var isAlone = groups.stream().filter(group -> group.everybody() == null).count() == 1;
        return new Bounds(isAlone ? unknownPeople() : 0, unknownPeople());
    }

    Bounds poorOf(int place) {
        var group = groups.get(place);
        if (group.poor() != null) {
            return new Bounds(group.poor(), group.poor());
        }
        var largest = everybodyOf(place).most();
        if (poor == null) {
            return new Bounds(0, largest);
        }
        var isAlone = groups.stream().filter(each -> each.everybody() == null).count() == 1;
        var roomElsewhere = 0;
        for (var other = 0; other < groups.size(); other++) {
            var each = groups.get(other);
            if (other != place && each.poor() == null && each.everybody() != null) {
                roomElsewhere += each.everybody();
            }
        }
        if (!(group.everybody() == null && isAlone)) {
            roomElsewhere += unknownPeople();
        }
        return new Bounds(Math.max(0, unknownPoor() - roomElsewhere), Math.min(largest, unknownPoor()));
    }

    private int unknownPeople() {
        return everybody
                - groups.stream()
                        .filter(group -> group.everybody() != null)
                        .mapToInt(Published::everybody)
                        .sum();
    }

    private int unknownPoor() {
        return Objects.requireNonNull(poor)
                - groups.stream()
                        .filter(group -> group.poor() != null)
                        .mapToInt(Published::poor)
                        .sum();
    }
}
