package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.poverty.AlkireFosterSums;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How poor people are in several dimensions. */
record DimensionLevel(Group group, AlkireFosterSums sums) {

    static Map<String, DimensionLevel> byPart(List<ScoreSum> sums) {
        return sums.stream().collect(Collectors.groupingBy(ScoreSum::part)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> of(part.getKey(), part.getValue())));
    }

    static DimensionLevel of(String code, List<ScoreSum> sums) {
        var group = new Group(code, count(sums, true), count(sums, false));
        return new DimensionLevel(
                group,
                new AlkireFosterSums(
                        sums.isEmpty() ? 1 : sums.getFirst().denominator(),
                        group.everybody().persons(),
                        group.poor().persons(),
                        sums.stream()
                                .filter(ScoreSum::poor)
                                .mapToLong(sum -> (long) sum.score() * sum.persons())
                                .sum()));
    }

    private static Count count(Collection<ScoreSum> sums, boolean poor) {
        return sums.stream()
                .filter(sum -> sum.poor() == poor)
                .map(ScoreSum::count)
                .reduce(Count.NONE, Count::plus);
    }
}
