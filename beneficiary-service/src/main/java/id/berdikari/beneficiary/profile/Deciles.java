package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.SmallCells;
import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Households and people by DTSEN decile. How many there are up to the poorest deciles' last one is shown too, so that those up to
 * there and those beyond have to hide their small ones among themselves.
 */
record Deciles(List<Decile> deciles) {

    static final String TOPIC = "DECILE";
    private static final int LAST = 10;

    record Decile(int decile, Count count, boolean isHidden) {}

    static Deciles of(List<Tally> tallies) {
        var counts = IntStream.rangeClosed(1, LAST)
                .mapToObj(decile -> tallies.stream()
                        .filter(tally -> tally.topic().equals(TOPIC)
                                && String.valueOf(decile).equals(tally.code()))
                        .map(Tally::count)
                        .reduce(Count.NONE, Count::plus))
                .toList();
        var hidden = hidden(counts);
        return new Deciles(IntStream.rangeClosed(1, LAST)
                .mapToObj(decile -> new Decile(decile, counts.get(decile - 1), hidden.contains(decile - 1)))
                .toList());
    }

    private static Set<Integer> hidden(List<Count> counts) {
        var poorest = counts.subList(0, PoorBy.POOREST_DECILES);
        var others = counts.subList(PoorBy.POOREST_DECILES, LAST);
        var whole = new Group(Group.ALL, sum(poorest), sum(others));
        var everybody = whole.everybody();
        if (everybody.isNone()) {
            return Set.of();
        }
        if (everybody.isFew()
                || counts.stream().anyMatch(count -> everybody.minus(count).isNoneOrFew())) {
            return Set.copyOf(IntStream.range(0, LAST).boxed().toList());
        }
        if (whole.givesThePoorAway()) {
            return hide(counts);
        }
        var hidden = new HashSet<>(hide(poorest));
        hide(others).forEach(place -> hidden.add(place + PoorBy.POOREST_DECILES));
        return hidden;
    }

    private static Set<Integer> hide(List<Count> counts) {
        return SmallCells.hidden(counts.stream()
                .map(count -> new SmallCells.Cell(count.isFew(), List.of(count.households(), count.persons())))
                .toList());
    }

    private static Count sum(List<Count> counts) {
        return counts.stream().reduce(Count.NONE, Count::plus);
    }
}
