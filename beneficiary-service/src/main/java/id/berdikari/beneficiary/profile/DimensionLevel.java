package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.poverty.PopulationTally;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How poor people are in several dimensions; null where nobody was measured. */
record DimensionLevel(Group group, @Nullable PopulationTally tally) {

    static Map<String, DimensionLevel> byPart(List<ScoreSum> sums) {
        return sums.stream().collect(Collectors.groupingBy(ScoreSum::part)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> of(part.getKey(), part.getValue())));
    }

    static DimensionLevel of(String code, List<ScoreSum> sums) {
        if (sums.isEmpty()) {
            return new DimensionLevel(new Group(code, Count.NONE, Count.NONE), null);
        }
        var tally = new PopulationTally(BigInteger.valueOf(sums.getFirst().denominator()));
        sums.forEach(sum -> tally.add(BigInteger.valueOf(sum.persons()), BigInteger.valueOf(sum.score()), sum.poor()));
        return new DimensionLevel(new Group(code, count(sums, true), count(sums, false)), tally);
    }

    private static Count count(Collection<ScoreSum> sums, boolean poor) {
        return sums.stream()
                .filter(sum -> sum.poor() == poor)
                .map(ScoreSum::count)
                .reduce(Count.NONE, Count::plus);
    }
}
