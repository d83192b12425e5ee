package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why households are poor, among those of which a cause is written down. One may have several causes, so they do not add up; each
 * parts the households into those that have it and those that do not.
 */
record Causes(Breakdown.Row whole, List<Breakdown.Row> causes) {

    static Causes of(List<Tally> tallies) {
        var byCode = tallies.stream().collect(Collectors.groupingBy(tally -> String.valueOf(tally.code())));
        var whole = Group.of(Group.ALL, byCode.getOrDefault(Group.ALL, List.of()));
        var rows = byCode.entrySet().stream()
                .filter(cause -> !cause.getKey().equals(Group.ALL))
                .map(cause -> Group.of(cause.getKey(), cause.getValue()))
                .filter(cause -> !cause.everybody().isNone())
                .map(cause -> new Breakdown.Row(cause, cause.hidingOf(whole)))
                .sorted(Comparator.<Breakdown.Row>comparingInt(Causes::mostFrequentFirst)
                        .thenComparing(row -> row.group().code()))
                .toList();
        return new Causes(Breakdown.Row.of(whole), rows);
    }

    private static int mostFrequentFirst(Breakdown.Row cause) {
        return cause.hiding() == Hiding.ALL ? 0 : -cause.group().everybody().households();
    }
}
