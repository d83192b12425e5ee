package id.berdikari.beneficiary.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.profile.Adversary.Published;
import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import id.berdikari.beneficiary.profile.Breakdown.Row;
import java.util.List;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BreakdownTest {

    @Test
    void showsWhatIsLargeEnough() {
        assertEquals(List.of(Hiding.NOTHING, Hiding.NOTHING), hidings(households(8, 9), households(5, 7)));
        assertEquals(List.of(Hiding.NOTHING, Hiding.NOTHING), hidings(households(0, 9), households(5, 7)));
    }

    @Test
    void hidesFewPoorAndTheNextSmallest() {
        assertEquals(
                List.of(Hiding.POOR, Hiding.NOTHING, Hiding.POOR),
                hidings(households(3, 20), households(9, 20), households(7, 20)));
    }

    @Test
    void hidesWhereAllOfAGroupArePoorOrAllButAFew() {
        assertEquals(
                List.of(Hiding.POOR, Hiding.POOR, Hiding.NOTHING),
                hidings(households(12, 0), households(20, 20), households(30, 30)));
        assertEquals(
                List.of(Hiding.POOR, Hiding.POOR, Hiding.NOTHING),
                hidings(households(12, 4), households(20, 20), households(30, 30)));
    }

    @Test
    void hidesSmallGroupsAltogether() {
        assertEquals(
                List.of(Hiding.ALL, Hiding.ALL, Hiding.NOTHING),
                hidings(households(1, 2), households(8, 8), households(30, 30)));
    }

    @Test
    void countsTheHouseholdsThatPeopleStandFor() {
        assertEquals(
                List.of(Hiding.ALL, Hiding.ALL),
                Breakdown.hide(
                                Topic.Of.PERSON,
                                List.of(
                                        new Group("a", new Count(1, 6), new Count(0, 0)),
                                        new Group("b", new Count(10, 30), new Count(10, 30))),
                                new Group(Group.ALL, new Count(10, 36), new Count(10, 30)))
                        .stream()
                        .map(Row::hiding)
                        .toList());
    }

    @Test
    void showsNoPoorWhereNearlyAllOfTheWholeArePoor() {
        assertEquals(List.of(Hiding.POOR, Hiding.POOR), hidings(households(20, 2), households(20, 1)));
    }

    @Test
    void ordersTheShownByPovertyAndTheHiddenByCode() {
        var breakdown = Breakdown.of(
                Topic.LIVELIHOOD,
                Stream.of(
                                tallies("CRAFTS", 1, 1),
                                tallies("DEBT", 3, 20),
                                tallies("FARMING", 10, 30),
                                tallies("FISHING", 30, 10),
                                tallies("UNKNOWN", 20, 20),
                                tallies("TRANSPORT", 8, 9))
                        .flatMap(List::stream)
                        .toList(),
                households(72, 90));

        assertEquals(
                List.of("FISHING", "FARMING", "DEBT", "CRAFTS", "TRANSPORT", "UNKNOWN"),
                breakdown.rows().stream().map(row -> row.group().code()).toList());
    }

    /** Over many made-up tables, from everything that is shown, a small number cannot be told from at least four others. */
    @Test
    void givesNoSmallNumberAwayToAnAdversary() {
        var random = new Random(12);
        var hiddenCells = 0;
        for (var round = 0; round < 5_000; round++) {
            var groups = IntStream.range(0, 2 + random.nextInt(7))
                    .mapToObj(_ -> some(random))
                    .filter(group -> !group.everybody().isNone())
                    .toList();
            var whole = groups.stream()
                    .reduce(
                            households(0, 0),
                            (one, other) -> new Group(
                                    Group.ALL,
                                    one.poor().plus(other.poor()),
                                    one.rest().plus(other.rest())));
            if (!whole.isFew()) {
                var rows = Breakdown.hide(Topic.Of.HOUSEHOLD, groups, whole);
                hiddenCells += attack(rows, whole, Count::households) + attack(rows, whole, Count::persons);
            }
        }
        assertTrue(hiddenCells > 5_000, "hardly anything was hidden: " + hiddenCells);
    }

    private static int attack(List<Row> rows, Group whole, ToIntFunction<Count> unit) {
        var adversary = new Adversary(
                unit.applyAsInt(whole.everybody()),
                whole.givesThePoorAway() ? null : unit.applyAsInt(whole.poor()),
                rows.stream()
                        .map(row -> new Published(
                                row.hiding() == Hiding.ALL
                                        ? null
                                        : unit.applyAsInt(row.group().everybody()),
                                row.hiding() == Hiding.NOTHING
                                        ? unit.applyAsInt(row.group().poor())
                                        : null))
                        .toList());
        var hidden = 0;
        for (var place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            if (row.hiding() == Hiding.ALL) {
                assertTrue(adversary.everybodyOf(place).choices() >= 5, row + " in " + adversary);
            }
            if (row.hiding() != Hiding.NOTHING && !row.group().poor().isNone()) {
                assertTrue(adversary.poorOf(place).choices() >= 5, row + " in " + adversary);
                hidden++;
            }
            if (row.group().givesThePoorAway()) {
                assertTrue(row.hiding() != Hiding.NOTHING, row + " is shown");
            }
        }
        return hidden;
    }

    private static Group some(Random random) {
        var largest = 1 + random.nextInt(20);
        return new Group("some", some(random, random.nextInt(largest)), some(random, random.nextInt(largest)));
    }

    private static Count some(Random random, int households) {
        return new Count(
                households,
                IntStream.range(0, households).map(_ -> 1 + random.nextInt(5)).sum());
    }

    private static List<Hiding> hidings(Group... groups) {
        var whole = Stream.of(groups)
                .reduce((one, other) -> new Group(
                        Group.ALL, one.poor().plus(other.poor()), one.rest().plus(other.rest())))
                .orElseThrow();
        return Breakdown.hide(Topic.Of.HOUSEHOLD, List.of(groups), whole).stream()
                .map(Row::hiding)
                .toList();
    }

    private static Group households(int poor, int rest) {
        return new Group(Group.ALL, new Count(poor, 3 * poor), new Count(rest, 3 * rest));
    }

    private static List<Tally> tallies(String code, int poor, int rest) {
        return List.of(
                new Tally("LIVELIHOOD", code, true, poor, 3 * poor),
                new Tally("LIVELIHOOD", code, false, rest, 3 * rest));
    }
}
