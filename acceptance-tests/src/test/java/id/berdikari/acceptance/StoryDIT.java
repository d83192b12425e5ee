package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Story D, told twice. The story itself requires every state on the way. */
class StoryDIT {
    private static final List<StoryListener.Step> STEPS = new ArrayList<>();
    private static final List<StoryD.Ending> ENDINGS = new ArrayList<>();

    @BeforeAll
    static void tellTwice() {
        ENDINGS.add(live());
        ENDINGS.add(live());
    }

    @Test
    void goesOnFromWhereItIsWhenToldAgain() {
        var first = ENDINGS.getFirst();
        var again = ENDINGS.getLast();

        assertEquals(first.households(), again.households());
        assertEquals(first.suspected(), again.suspected());
        assertEquals(first.surveyed().example(), again.surveyed().example());
        var half = STEPS.size() / 2;
        assertEquals(who(STEPS.subList(0, half)), who(STEPS.subList(half, STEPS.size())));
    }

    @Test
    void measuresPovertyByMoneyAndByDeprivations() {
        var level = ENDINGS.getFirst().profile().path("level");

        assertTrue(figure(level.at("/line/P0")).compareTo(figure(level.at("/line/P1"))) > 0);
        assertTrue(figure(level.at("/line/P1")).compareTo(figure(level.at("/line/P2"))) > 0);
        assertTrue(figure(level.at("/dimensions/H")).compareTo(figure(level.at("/dimensions/M0"))) > 0);
    }

    @Test
    void choosesThePoorestMoreOftenThanOthers() {
        var whole = ENDINGS.getFirst().choice().errors().path("whole");

        assertTrue(figure(whole.path("eligibleCoverage")).compareTo(figure(whole.path("coverage"))) > 0);
    }

    @Test
    void nominatesFromTheTopOfTheList() {
        var best = ENDINGS.getFirst().choice().results().getFirst();
        var nominee = ENDINGS.getFirst().nominees().getFirst();

        assertEquals(best.path("score"), nominee.advice().path("score"));
    }

    private static StoryD.Ending live() {
        return new StoryD(SharedSuite.clients(), SharedSuite.wording(), STEPS::add).live();
    }

    private static List<String> who(List<StoryListener.Step> steps) {
        return steps.stream().map(StoryListener.Step::who).toList();
    }

    private static BigDecimal figure(JsonNode figure) {
        return new BigDecimal(figure.path("decimal").asText());
    }
}
