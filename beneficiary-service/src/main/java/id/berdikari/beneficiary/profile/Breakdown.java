package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.SmallCells;
import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The groups of a whole, with what of each is hidden: groups that are too small, poor people who are too few or nearly all of
 * their group, and so many others that neither is found by taking the rest from the whole.
 */
record Breakdown(Topic topic, List<Row> rows) {

    record Row(Group group, Hiding hiding) {
        /** A group that is no part of a table. */
        static Row of(Group group) {
            return new Row(group, group.isFew() ? Hiding.ALL : group.givesThePoorAway() ? Hiding.POOR : Hiding.NOTHING);
        }
    }

    static Breakdown of(Topic topic, List<Tally> tallies, Group whole) {
        var groups = tallies.stream()
                .filter(tally -> tally.topic().equals(topic.name()))
                .collect(Collectors.groupingBy(tally -> tally.code() == null ? Group.UNKNOWN : tally.code()))
                .entrySet()
                .stream()
                .map(kind -> Group.of(kind.getKey(), kind.getValue()))
                .toList();
        return new Breakdown(topic, sorted(topic, hide(topic.of(), groups, whole)));
    }

    static List<Row> hide(Topic.Of unit, List<Group> groups, Group whole) {
        var hidden = SmallCells.hidden(groups.stream()
                .map(group -> new SmallCells.Cell(group.isFew(), counts(unit, group.everybody())))
                .toList());
        var poorHidden = SmallCells.hidden(IntStream.range(0, groups.size())
                .mapToObj(place -> new SmallCells.Cell(
                        hidden.contains(place)
                                || whole.givesThePoorAway()
                                || groups.get(place).givesThePoorAway(),
                        Stream.of(groups.get(place).poor(), groups.get(place).rest())
                                .flatMap(count -> counts(unit, count).stream())
                                .toList()))
                .toList());
        return IntStream.range(0, groups.size())
                .mapToObj(place -> new Row(
                        groups.get(place),
                        whole.isFew() || hidden.contains(place)
                                ? Hiding.ALL
                                : poorHidden.contains(place) ? Hiding.POOR : Hiding.NOTHING))
                .toList();
    }

    /** What adds up over the groups. A household may count in several groups of people. */
    private static List<Integer> counts(Topic.Of unit, Count count) {
        return switch (unit) {
            case HOUSEHOLD -> List.of(count.households(), count.persons());
            case PERSON -> List.of(count.persons());
        };
    }

    /** In the order of the kinds, else the poorest first; in an order that tells nothing of what is hidden. */
    private static List<Row> sorted(Topic topic, List<Row> rows) {
        Map<String, Integer> order = new HashMap<>();
        topic.order().forEach(code -> order.put(code, order.size()));
        order.put(Group.UNKNOWN, Integer.MAX_VALUE);
        return rows.stream()
                .sorted(Comparator.<Row>comparingInt(
                                row -> order.getOrDefault(row.group().code(), order.size()))
                        .thenComparing(Row::hiding)
                        .thenComparing(Breakdown::poorestFirst)
                        .thenComparing(row -> row.group().code()))
                .toList();
    }

    private static int poorestFirst(Row one, Row other) {
        if (one.hiding() != Hiding.NOTHING) {
            return 0;
        }
        return Long.compare(
                (long) other.group().poor().persons() * one.group().everybody().persons(),
                (long) one.group().poor().persons() * other.group().everybody().persons());
    }
}
