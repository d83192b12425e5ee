package id.berdikari.beneficiary.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.profile.AreaTallies.Known;
import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class AreaProfileTest {

    /** Six homes were surveyed, with eight people; since then half of them have moved away or died. */
    @Test
    void hidesWhatSurveysSaidWhereFewLiveToday() {
        var today = profile(4, 4);

        assertTrue(today.isHidden());
        assertEquals(List.of(), today.measured().lines());
        assertEquals(Hiding.ALL, today.measured().lineHiding(Group.ALL));
        assertEquals(Hiding.ALL, today.measured().dimensionHiding(Group.ALL));
        assertEquals(0, today.measured().line(Group.ALL).group().everybody().households());
    }

    @Test
    void showsItWhereEnoughDo() {
        var today = profile(6, 8);

        assertFalse(today.isHidden());
        assertEquals(1, today.measured().lines().size());
        assertEquals(6, today.measured().line(Group.ALL).group().everybody().households());
    }

    private static AreaProfile profile(int households, int persons) {
        var tallies = List.of(new Tally(Group.ALL, Group.ALL, true, households, persons));
        var sums = List.of(new LineSum(
                Group.ALL,
                new BigDecimal("641443"),
                1,
                6,
                6,
                8,
                8,
                new BigDecimal("100000"),
                new BigDecimal("10000000000")));
        var measured = Measured.of(null, sums, List.of(), List.of(), List.of());
        return AreaProfile.of(new Known(null, 6), tallies, List.of(), measured, null);
    }
}
