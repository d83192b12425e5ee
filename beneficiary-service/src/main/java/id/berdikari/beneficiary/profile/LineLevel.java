package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.poverty.FosterGreerThorbecke;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How poor people are by their lines; null where nobody was measured. */
record LineLevel(Group group, @Nullable FosterGreerThorbecke measures) {

    static Map<String, LineLevel> byPart(List<LineSum> sums) {
        return sums.stream().collect(Collectors.groupingBy(LineSum::part)).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, part -> of(part.getKey(), part.getValue())));
    }

    static LineLevel of(String code, List<LineSum> sums) {
        var group = sums.stream().map(LineSum::group).reduce(new Group(code, Count.NONE, Count.NONE), Group::plus);
        if (group.everybody().isNone()) {
            return new LineLevel(group, null);
        }
        return new LineLevel(
                group,
                FosterGreerThorbecke.ofSums(
                        BigInteger.valueOf(group.everybody().persons()),
                        BigInteger.valueOf(group.poor().persons()),
                        sums.stream().map(LineSum::normalisedGaps).reduce(Fraction.ZERO, Fraction::plus),
                        sums.stream().map(LineSum::normalisedSquaredGaps).reduce(Fraction.ZERO, Fraction::plus)));
    }
}
