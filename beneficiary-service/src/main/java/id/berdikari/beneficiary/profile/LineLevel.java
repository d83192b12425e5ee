package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.poverty.FosterGreerThorbeckeSums;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How poor people are by their lines. */
record LineLevel(Group group, FosterGreerThorbeckeSums sums) {

    static Map<String, LineLevel> byPart(List<LineSum> sums) {
        return sums.stream().collect(Collectors.groupingBy(LineSum::part)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> of(part.getKey(), part.getValue())));
    }

    static LineLevel of(String code, List<LineSum> sums) {
        var group = sums.stream().map(LineSum::group).reduce(new Group(code, Count.NONE, Count.NONE), Group::plus);
        return new LineLevel(
                group,
                new FosterGreerThorbeckeSums(
                        BigInteger.valueOf(group.everybody().persons()),
                        BigInteger.valueOf(group.poor().persons()),
                        sums.stream().map(LineSum::normalisedGaps).reduce(Fraction.ZERO, Fraction::plus),
                        sums.stream().map(LineSum::normalisedSquaredGaps).reduce(Fraction.ZERO, Fraction::plus)));
    }
}
