package id.berdikari.beneficiary.poverty;

import static id.berdikari.beneficiary.measure.Fractions.difference;
import static id.berdikari.beneficiary.measure.Fractions.fraction;
import static id.berdikari.beneficiary.measure.Fractions.product;
import static id.berdikari.beneficiary.measure.Fractions.ratio;
import static id.berdikari.beneficiary.measure.Fractions.sum;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.measure.Fractions;
import id.berdikari.beneficiary.poverty.AlkireFoster.OfIndicator;
import id.berdikari.beneficiary.poverty.Unit.Deprivations;
import id.berdikari.beneficiary.poverty.Unit.Values;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class AlkireFosterTest {

    private static final Fraction QUARTER = fraction(1, 4);
    private static final Fraction HALF = fraction(1, 2);
    private static final Fraction THIRD = fraction(1, 3);

    /** Alkire and Foster's four people and four dimensions. */
    @Test
    void yieldsThePublishedFigures() {
        var measures = AlkireFoster.of(
                List.of(
                        indicator("INCOME", QUARTER, "13"),
                        indicator("SCHOOLING", QUARTER, "12"),
                        indicator("HEALTH", QUARTER, "3"),
                        indicator("SERVICES", QUARTER, "1")),
                HALF,
                List.of(
                        measured("13.1", "14", "4", "1"),
                        measured("15.2", "7", "5", "0"),
                        measured("12.5", "10", "1", "0"),
                        measured("20", "11", "3", "1")));

        assertEquals("0.5", measures.h().decimal());
        assertEquals("0.75", decimal(measures.a()));
        assertEquals("0.375", measures.m0().decimal());
        assertEquals("0.205529", rounded(measures.m1(), 6));
        assertEquals("0.165457", rounded(measures.m2(), 6));
        assertEquals(List.of("1/4", "1/2", "1/4", "1/2"), each(measures, OfIndicator::censoredHeadcount));
        assertEquals(List.of("1/4", "3/4", "1/4", "1/2"), each(measures, OfIndicator::uncensoredHeadcount));
        assertEquals(List.of("1/6", "1/3", "1/6", "1/3"), each(measures, OfIndicator::contribution));
    }

    /** 1/6 and three times 1/18 are exactly the cutoff of the global MPI; as rounded decimals they would miss it. */
    @Test
    void countsWhoMeetsTheCutoffExactlyAsPoor() {
        var measures = AlkireFoster.of(globalIndex(), THIRD, List.of(judged("1000111000"), judged("0000111110")));

        assertEquals("1/2", measures.h().toString());
        assertEquals("1/3", String.valueOf(measures.a()));
        assertEquals("1/6", measures.m0().toString());
    }

    @Test
    void countsHouseholdsByTheirSize() {
        var measures = AlkireFoster.of(
                globalIndex(),
                THIRD,
                List.of(
                        unit("4", null, "0100100000"),
                        unit("7", null, "0111101011"),
                        unit("5", null, "1000111010"),
                        unit("4", null, "0110100011")));

        assertEquals("0.8", measures.h().decimal());
        assertEquals("0.5625", decimal(measures.a()));
        assertEquals("0.45", measures.m0().decimal());
    }

    @Test
    void isDefinedAsFarAsSomebodyIsPoor() {
        var measures = AlkireFoster.of(
                List.of(indicator("A", HALF, "2"), indicator("B", HALF, "2")),
                Fraction.ONE,
                List.of(measured("1", "2")));

        assertEquals(Fraction.ZERO, measures.h());
        assertNull(measures.a());
        assertEquals(Fraction.ZERO, measures.m0());
        assertEquals(Fraction.ZERO, measures.m1());
        assertEquals(List.of("1", "0"), each(measures, OfIndicator::uncensoredHeadcount));
        assertEquals(List.of("0", "0"), each(measures, OfIndicator::censoredHeadcount));
        assertEquals(List.of("null", "null"), each(measures, OfIndicator::contribution));
    }

    @Test
    void knowsGapsOnlyWhereAllUnitsGiveValues() {
        var indicators = List.of(indicator("A", HALF, "2"), indicator("B", HALF, "2"));

        var mixed = AlkireFoster.of(indicators, HALF, List.of(measured("1", "2"), judged("10")));

        assertEquals(Fraction.ONE, mixed.h());
        assertNull(mixed.m1());
        assertNull(mixed.m2());
    }

    @Test
    void showsDimensionsAndGroupsWhereTheyAreNamed() {
        var indicators = List.of(
                new Indicator("A", "HEALTH", QUARTER, null),
                new Indicator("B", null, QUARTER, null),
                new Indicator("C", "HEALTH", HALF, null));

        var measures = AlkireFoster.of(
                indicators,
                QUARTER,
                List.of(unit("1", "hills", "110"), unit("2", null, "001"), unit("1", "coast", "000")));

        assertEquals(
                List.of("HEALTH 5/6", "null 1/6"),
                measures.dimensions().stream()
                        .map(each -> each.dimension() + " " + each.contribution())
                        .toList());
        assertEquals(
                List.of("hills 1/4 1 1/2", "null 1/2 1 1/2", "coast 1/4 0 null"),
                measures.groups().stream()
                        .map(each -> each.group() + " " + each.populationShare() + " " + each.h() + " " + each.a())
                        .toList());
    }

    @Test
    void showsNeitherDimensionsNorGroupsWhereNoneIsNamed() {
        var measures =
                AlkireFoster.of(List.of(new Indicator("A", null, Fraction.ONE, null)), HALF, List.of(judged("1")));

        assertEquals(List.of(), measures.dimensions());
        assertEquals(List.of(), measures.groups());
    }

    @Test
    void refusesWhatHasNoMeasure() {
        var one = List.of(new Indicator("A", null, Fraction.ONE, null));
        var almostOne = List.of(
                new Indicator("A", null, Fraction.of(new BigDecimal("0.3333")), null),
                new Indicator("B", null, Fraction.of(new BigDecimal("0.6666")), null));

        assertEquals("/indicators weights-not-one", refused(almostOne, List.of(judged("10"))));
        assertEquals("/units population-zero", refused(one, List.of(unit("0", null, "1"))));
        assertEquals(
                "/units/1/group group-without-population",
                refused(one, List.of(unit("1", "hills", "1"), unit("0", "coast", "1"))));
        assertEquals("/indicators/0/cutoff required", refused(one, List.of(judged("1"), measured("1"))));
    }

    @RepeatedTest(100)
    void keepsTheAxioms(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var indicators = randomIndicators(random);
        var cutoff = fraction(random.nextInt(1, 13), 12);
        var units = Stream.generate(() -> randomUnit(random, indicators.size()))
                .limit(random.nextInt(1, 25))
                .toList();
        var measures = AlkireFoster.of(indicators, cutoff, units);

        assertEquals(withoutGroups(measures), withoutGroups(AlkireFoster.of(indicators, cutoff, reversed(units))));
        assertEquals(measures, AlkireFoster.of(indicators, cutoff, replicated(units)), "replication");
        assertEquals(measures, AlkireFoster.of(indicators, cutoff, larger(units)), "unit of sizes");
        assertEquals(
                measures, AlkireFoster.of(cutoffsScaled(indicators), cutoff, valuesScaled(units)), "unit of values");
        assertByDefinition(measures, indicators, cutoff, units);
        assertAddsUp(measures, indicators);
    }

    private static void assertByDefinition(
            AlkireFoster measures, List<Indicator> indicators, Fraction cutoff, List<Unit> units) {
        var people = sum(units.stream().map(Unit::size));
        var poor = units.stream()
                .filter(unit -> sum(weightedGaps(unit, indicators, 0)).compareTo(cutoff) >= 0)
                .toList();
        assertEquals(ratio(sum(poor.stream().map(Unit::size)), people), measures.h());
        for (var power = 0; power < 3; power++) {
            var gaps = Fraction.ZERO;
            for (var unit : poor) {
                gaps = gaps.plus(product(unit.size(), sum(weightedGaps(unit, indicators, power))));
            }
            var expected = ratio(gaps, people);
            assertEquals(
                    expected,
                    Stream.of(measures.m0(), measures.m1(), measures.m2())
                            .toList()
                            .get(power));
        }
    }

    private static void assertAddsUp(AlkireFoster measures, List<Indicator> indicators) {
        var ofGroups = sum(measures.groups().stream().map(each -> product(each.populationShare(), each.m0())));
        var ofIndicators = sum(IntStream.range(0, indicators.size())
                .mapToObj(j -> product(
                        indicators.get(j).weight(), measures.indicators().get(j).censoredHeadcount())));

        assertEquals(measures.m0(), ofGroups);
        assertEquals(measures.m0(), ofIndicators);
        assertEquals(Fraction.ONE, sum(measures.groups().stream().map(AlkireFoster.OfGroup::populationShare)));
        if (measures.m0().signum() == 0) {
            assertNull(measures.a());
        } else {
            assertEquals(measures.m0(), product(measures.h(), Objects.requireNonNull(measures.a())));
            assertEquals(
                    Fraction.ONE,
                    sum(measures.indicators().stream().map(each -> Objects.requireNonNull(each.contribution()))));
            assertEquals(
                    Fraction.ONE,
                    sum(measures.dimensions().stream().map(each -> Objects.requireNonNull(each.contribution()))));
        }
    }

    /** Ten indicators as the global MPI weighs them: four of 1/6, six of 1/18. */
    private static List<Indicator> globalIndex() {
        return IntStream.range(0, 10)
                .mapToObj(j -> new Indicator("I" + j, null, j < 4 ? fraction(1, 6) : fraction(1, 18), null))
                .toList();
    }

    private static List<Indicator> randomIndicators(Random random) {
        var count = random.nextInt(1, 7);
        var shares = IntStream.range(0, count)
                .mapToObj(_ -> fraction(random.nextInt(1, 10), random.nextInt(1, 10)))
                .toList();
        var whole = sum(shares.stream());
        return IntStream.range(0, count)
                .mapToObj(j -> new Indicator(
                        "I" + j, "D" + j % 2, ratio(shares.get(j), whole), fraction(random.nextInt(1, 60), 7)))
                .toList();
    }

    private static Unit randomUnit(Random random, int indicators) {
        var values = IntStream.range(0, indicators)
                .mapToObj(_ -> BigDecimal.valueOf(random.nextInt(100), 1))
                .toList();
        return new Unit(
                fraction(random.nextInt(1, 20), random.nextInt(1, 5)), "G" + random.nextInt(3), new Values(values));
    }

    private static Stream<Fraction> weightedGaps(Unit unit, List<Indicator> indicators, int power) {
        var values = ((Values) unit.observed()).values();
        return IntStream.range(0, indicators.size())
                .filter(j -> Fraction.of(values.get(j)).compareTo(cutoff(indicators.get(j))) < 0)
                .mapToObj(j -> {
                    var cutoff = cutoff(indicators.get(j));
                    var gap = ratio(difference(cutoff, Fraction.of(values.get(j))), cutoff);
                    return product(
                            indicators.get(j).weight(),
                            Stream.generate(() -> gap).limit(power).reduce(Fraction.ONE, Fractions::product));
                });
    }

    private static Fraction cutoff(Indicator indicator) {
        return Objects.requireNonNull(indicator.cutoff());
    }

    private static AlkireFoster withoutGroups(AlkireFoster measures) {
        return new AlkireFoster(
                measures.h(),
                measures.a(),
                measures.m0(),
                measures.m1(),
                measures.m2(),
                measures.indicators(),
                measures.dimensions(),
                List.of());
    }

    private static List<Unit> reversed(List<Unit> units) {
        var reversed = new ArrayList<>(units);
        Collections.reverse(reversed);
        return reversed;
    }

    private static List<Unit> replicated(List<Unit> units) {
        return Collections.nCopies(3, units).stream().flatMap(List::stream).toList();
    }

    private static List<Unit> larger(List<Unit> units) {
        return units.stream()
                .map(each -> new Unit(product(each.size(), fraction(22, 7)), each.group(), each.observed()))
                .toList();
    }

    private static List<Indicator> cutoffsScaled(List<Indicator> indicators) {
        return indicators.stream()
                .map(each -> new Indicator(
                        each.code(), each.dimension(), each.weight(), product(cutoff(each), fraction(7, 100))))
                .toList();
    }

    private static List<Unit> valuesScaled(List<Unit> units) {
        return units.stream()
                .map(each -> new Unit(
                        each.size(),
                        each.group(),
                        new Values(((Values) each.observed())
                                .values().stream()
                                        .map(value -> value.multiply(new BigDecimal("0.07")))
                                        .toList())))
                .toList();
    }

    private static Indicator indicator(String code, Fraction weight, String cutoff) {
        return new Indicator(code, null, weight, Fraction.of(new BigDecimal(cutoff)));
    }

    private static Unit measured(String... values) {
        return new Unit(
                Fraction.ONE,
                null,
                new Values(Stream.of(values).map(BigDecimal::new).toList()));
    }

    private static Unit judged(String flags) {
        return unit("1", null, flags);
    }

    /** The flags tell for each indicator whether the unit is deprived, 1, or not, 0. */
    private static Unit unit(String size, @Nullable String group, String flags) {
        return new Unit(
                Fraction.of(new BigDecimal(size)),
                group,
                new Deprivations(flags.chars().mapToObj(flag -> flag == '1').toList()));
    }

    private static List<String> each(AlkireFoster measures, Function<OfIndicator, @Nullable Fraction> figure) {
        return measures.indicators().stream()
                .map(each -> String.valueOf(figure.apply(each)))
                .toList();
    }

    private static String refused(List<Indicator> indicators, List<Unit> units) {
        var refusal = assertThrows(FieldProblem.class, () -> AlkireFoster.of(indicators, HALF, units));
        return refusal.pointer() + " " + refusal.rule();
    }

    private static String decimal(@Nullable Fraction figure) {
        assertNotNull(figure);
        return figure.decimal();
    }

    private static String rounded(@Nullable Fraction figure, int places) {
        return new BigDecimal(decimal(figure))
                .setScale(places, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
