package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.MeasuredSets.DescribedIndicator;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the surveys of an area say, of the whole and of each part, and what of it is hidden.
 *
 * @param lines rupiah per head and month, those that households were held against
 */
record Measured(
        List<BigDecimal> lines,
        Map<String, LineLevel> byLine,
        Map<String, Hiding> lineHidings,
        Map<String, DimensionLevel> byDimensions,
        Map<String, Hiding> dimensionHidings,
        Deprivations deprivations) {

    static Measured of(
            @Nullable Topic by,
            List<LineSum> lineSums,
            List<ScoreSum> scoreSums,
            List<DescribedIndicator> indicators,
            List<Deprived> deprived) {
        var byLine = LineLevel.byPart(lineSums);
        var byDimensions = DimensionLevel.byPart(scoreSums);
        var whole = byDimensions.getOrDefault(Group.ALL, DimensionLevel.of(Group.ALL, List.of()));
        return new Measured(
                lineSums.stream().map(LineSum::line).distinct().sorted().toList(),
                byLine,
                hidings(by, byLine.values().stream().map(LineLevel::group).toList()),
                byDimensions,
                hidings(
                        by,
                        byDimensions.values().stream()
                                .map(DimensionLevel::group)
                                .toList()),
                Deprivations.of(indicators, deprived, whole.sums()));
    }

    /** The same where all of the area is hidden: also of those whom a survey met and who live there no more. */
    Measured hidden() {
        var all = Map.of(Group.ALL, Hiding.ALL);
        return new Measured(
                List.of(),
                Map.of(),
                all,
                Map.of(),
                all,
                Deprivations.of(
                        List.of(),
                        List.of(),
                        DimensionLevel.of(Group.ALL, List.of()).sums()));
    }

    private static Map<String, Hiding> hidings(@Nullable Topic by, List<Group> groups) {
        Map<String, Hiding> hidings = new HashMap<>();
        for (var whole : groups) {
            if (whole.code().equals(Group.ALL)) {
                hidings.put(Group.ALL, Breakdown.Row.of(whole).hiding());
                if (by != null) {
                    var parts = groups.stream()
                            .filter(group -> !group.equals(whole))
                            .toList();
                    Breakdown.hide(by.of(), parts, whole)
                            .forEach(row -> hidings.put(row.group().code(), row.hiding()));
                }
            }
        }
        return hidings;
    }

    LineLevel line(String part) {
        return byLine.getOrDefault(part, LineLevel.of(part, List.of()));
    }

    Hiding lineHiding(String part) {
        return lineHidings.getOrDefault(part, Hiding.NOTHING);
    }

    DimensionLevel dimensions(String part) {
        return byDimensions.getOrDefault(part, DimensionLevel.of(part, List.of()));
    }

    Hiding dimensionHiding(String part) {
        return dimensionHidings.getOrDefault(part, Hiding.NOTHING);
    }
}
