package id.berdikari.beneficiary.poverty;

import static id.berdikari.beneficiary.measure.Fractions.difference;
import static id.berdikari.beneficiary.measure.Fractions.fraction;
import static id.berdikari.beneficiary.measure.Fractions.product;
import static id.berdikari.beneficiary.measure.Fractions.ratio;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.poverty.FosterGreerThorbecke.Observation;
import id.berdikari.kit.problem.FieldProblem;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class FosterGreerThorbeckeTest {

    /** Haughton and Khandker, Handbook on Poverty and Inequality, World Bank 2009. */
    @Test
    void yieldsThePublishedFigures() {
        var measures = FosterGreerThorbecke.of(line("125"), observations("100", "110", "150", "160"));

        assertEquals("0.5", measures.p0().decimal());
        assertEquals("0.08", measures.p1().decimal());
        assertEquals("0.0136", measures.p2().decimal());
    }

    @Test
    void countsWhoHasExactlyTheLineAsNotPoor() {
        var measures = FosterGreerThorbecke.of(line("641443"), observations("641443", "641442.99"));

        assertEquals("1/2", measures.p0().toString());
    }

    @Test
    void countsWhoHasNothingFully() {
        var measures = FosterGreerThorbecke.of(line("0.3"), observations("0"));

        assertEquals(new FosterGreerThorbecke(Fraction.ONE, Fraction.ONE, Fraction.ONE), measures);
    }

    @Test
    void isZeroWhereNobodyIsPoor() {
        var measures = FosterGreerThorbecke.of(line("10"), observations("10", "11"));

        assertEquals(new FosterGreerThorbecke(Fraction.ZERO, Fraction.ZERO, Fraction.ZERO), measures);
    }

    @Test
    void computesWithDecimalsThatADoubleRounds() {
        var measures = FosterGreerThorbecke.of(line("0.3"), observations("0.1", "0.2", "0.3"));

        assertEquals("2/3", measures.p0().toString());
        assertEquals("1/3", measures.p1().toString());
        assertEquals("5/27", measures.p2().toString());
    }

    @Test
    void weighsObservations() {
        var weighted = FosterGreerThorbecke.of(
                line("10"), List.of(observation("5", fraction(1, 3)), observation("20", fraction(1, 6))));

        assertEquals("2/3", weighted.p0().toString());
        assertEquals("1/3", weighted.p1().toString());
        assertEquals("1/6", weighted.p2().toString());
    }

    @Test
    void needsAPopulation() {
        var nobody = List.of(observation("5", Fraction.ZERO));

        var refusal = assertThrows(FieldProblem.class, () -> FosterGreerThorbecke.of(line("10"), nobody));

        assertEquals("population-zero", refusal.rule());
        assertEquals("/observations", refusal.pointer());
    }

    @Test
    void refusesWeightsThatNoSumCanHold() {
        var weights = Stream.iterate(BigInteger.valueOf(1_000_003), BigInteger::nextProbablePrime)
                .limit(40)
                .map(prime -> observation("5", new Fraction(BigInteger.ONE, prime)))
                .toList();

        var refusal = assertThrows(FieldProblem.class, () -> FosterGreerThorbecke.of(line("10"), weights));

        assertEquals("common-denominator-too-long", refusal.rule());
    }

    @RepeatedTest(100)
    void keepsTheAxioms(RepetitionInfo repetition) {
        var random = new Random(repetition.getCurrentRepetition());
        var line = Fraction.of(BigDecimal.valueOf(random.nextInt(1, 2_000), random.nextInt(3)));
        var observations = Stream.generate(() -> anObservation(random))
                .limit(random.nextInt(1, 30))
                .toList();
        var measures = FosterGreerThorbecke.of(line, observations);

        assertEquals(measures, FosterGreerThorbecke.of(line, replicated(observations)), "replication");
        assertEquals(measures, FosterGreerThorbecke.of(line, reversed(observations)), "symmetry");
        assertEquals(measures, FosterGreerThorbecke.of(scaled(line), scaled(observations)), "scale");
        assertEquals(measures, FosterGreerThorbecke.of(line, heavier(observations)), "unit of weights");
        assertEquals(measures, byDefinition(line, observations));
        assertTrue(measures.p2().compareTo(measures.p1()) <= 0 && measures.p1().compareTo(measures.p0()) <= 0);
        assertTrue(measures.p2().signum() >= 0 && measures.p0().compareTo(Fraction.ONE) <= 0);
    }

    private static FosterGreerThorbecke byDefinition(Fraction line, List<Observation> observations) {
        var sums = new Fraction[] {Fraction.ZERO, Fraction.ZERO, Fraction.ZERO};
        var population = Fraction.ZERO;
        for (var each : observations) {
            population = population.plus(each.weight());
            var value = Fraction.of(each.value());
            if (value.compareTo(line) < 0) {
                var gap = ratio(difference(line, value), line);
                var term = each.weight();
                for (var power = 0; power < sums.length; power++) {
                    sums[power] = sums[power].plus(term);
                    term = product(term, gap);
                }
            }
        }
        return new FosterGreerThorbecke(
                ratio(sums[0], population), ratio(sums[1], population), ratio(sums[2], population));
    }

    private static Observation anObservation(Random random) {
        return observation(
                BigDecimal.valueOf(random.nextInt(2_000), random.nextInt(4)).toPlainString(),
                fraction(random.nextInt(1, 9), random.nextInt(1, 9)));
    }

    private static List<Observation> replicated(List<Observation> observations) {
        return Collections.nCopies(3, observations).stream()
                .flatMap(List::stream)
                .toList();
    }

    private static List<Observation> reversed(List<Observation> observations) {
        var reversed = new ArrayList<>(observations);
        Collections.reverse(reversed);
        return reversed;
    }

    private static Fraction scaled(Fraction line) {
        return product(line, Fraction.of(new BigDecimal("0.07")));
    }

    private static List<Observation> scaled(List<Observation> observations) {
        return observations.stream()
                .map(each -> new Observation(each.value().multiply(new BigDecimal("0.07")), each.weight()))
                .toList();
    }

    private static List<Observation> heavier(List<Observation> observations) {
        return observations.stream()
                .map(each -> new Observation(each.value(), product(each.weight(), fraction(22, 7))))
                .toList();
    }

    private static Fraction line(String line) {
        return Fraction.of(new BigDecimal(line));
    }

    private static List<Observation> observations(String... values) {
        return Stream.of(values).map(value -> observation(value, Fraction.ONE)).toList();
    }

    private static Observation observation(String value, Fraction weight) {
        return new Observation(new BigDecimal(value), weight);
    }
}
