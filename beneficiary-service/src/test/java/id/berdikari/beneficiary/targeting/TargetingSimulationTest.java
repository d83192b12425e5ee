package id.berdikari.beneficiary.targeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.berdikari.beneficiary.measure.Fraction;
import id.berdikari.beneficiary.targeting.TargetingSimulation.Candidate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetingSimulationTest {

    private static final List<Integer> INCOMES = List.of(6, 8, 11, 15, 21, 25, 30, 40, 50, 100);

    /** The ten people of World Bank 2022, table 7.3; a line of 11 makes the poorest fifth eligible. */
    @ParameterizedTest
    @CsvSource({"1, 2, 20, 1/2, 0", "1, 2, 11, 0, 0", "2, 3, 20, 1/2, 0", "2, 3, 11, 1/2, 1/2"})
    void yieldsThePublishedErrors(int first, int second, int line, String exclusion, String inclusion) {
        var errors = simulate(line, Set.of(first, second)).all();

        assertEquals(exclusion, String.valueOf(errors.exclusionError()));
        assertEquals(inclusion, String.valueOf(errors.inclusionError()));
        assertEquals("1/5", String.valueOf(errors.coverage()));
    }

    @Test
    void setsCoverageOfAllApartFromThatOfTheEligible() {
        var errors = simulate(20, Set.of(1, 2, 3, 9, 10)).all();

        assertEquals("1/2", String.valueOf(errors.coverage()));
        assertEquals("3/4", String.valueOf(errors.eligibleCoverage()));
        assertEquals("1/4", String.valueOf(errors.exclusionError()));
        assertEquals("2/5", String.valueOf(errors.inclusionError()));
    }

    @Test
    void leavesOutWhoHasExactlyTheLine() {
        assertEquals(1, simulate(8, Set.of()).all().eligible());
    }

    @Test
    void hasNoShareOfNobody() {
        var nobodyIsEligible = simulate(1, Set.of(1)).all();
        var nobodyIsSelected = simulate(20, Set.of()).all();

        assertNull(nobodyIsEligible.exclusionError());
        assertNull(nobodyIsEligible.eligibleCoverage());
        assertEquals("1", String.valueOf(nobodyIsEligible.inclusionError()));
        assertNull(nobodyIsSelected.inclusionError());
        assertEquals("1", String.valueOf(nobodyIsSelected.exclusionError()));
        assertEquals("0", String.valueOf(nobodyIsSelected.coverage()));
    }

    @Test
    void addsUpOverGroups() {
        var candidates = List.of(
                candidate(5, true, "hills"),
                candidate(50, true, "coast"),
                candidate(6, false, "hills"),
                candidate(7, true, null));

        var simulation = TargetingSimulation.of(line(20), candidates);

        assertEquals(
                List.of(Optional.of("hills"), Optional.of("coast"), Optional.empty()),
                List.copyOf(simulation.groups().keySet()));
        var parts = simulation.groups().values();
        assertEquals(
                simulation.all(),
                new TargetingErrors(
                        parts.stream().mapToInt(TargetingErrors::population).sum(),
                        parts.stream().mapToInt(TargetingErrors::eligible).sum(),
                        parts.stream().mapToInt(TargetingErrors::selected).sum(),
                        parts.stream().mapToInt(TargetingErrors::reached).sum()));
    }

    @Test
    void hasNoGroupsWhereNoneIsNamed() {
        assertEquals(Map.of(), simulate(20, Set.of(1)).groups());
    }

    private static TargetingSimulation simulate(int line, Set<Integer> selected) {
        var candidates = new ArrayList<Candidate>();
        for (var i = 0; i < INCOMES.size(); i++) {
            candidates.add(candidate(INCOMES.get(i), selected.contains(i + 1), null));
        }
        return TargetingSimulation.of(line(line), candidates);
    }

    private static Candidate candidate(int value, boolean isSelected, @Nullable String group) {
        return new Candidate(BigDecimal.valueOf(value), isSelected, group);
    }

    private static Fraction line(int line) {
        return Fraction.of(BigDecimal.valueOf(line));
    }
}
