package id.berdikari.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Story D, told once. The story itself requires every state on the way. */
class StoryDIT {
    private static final ArrayList<StoryListener.Step> STEPS = new ArrayList<>();
    private static StoryD.Ending ending = live();

    @BeforeAll
    static void tellsEveryStep() {
        assertTrue(STEPS.size() > 15, () -> STEPS.size() + " steps");
    }

    @Test
    void choosesByRulesAndNotByChance() {
        var whole = ending.choice().errors().path("whole");

        assertTrue(decimal(whole.at("/eligibleCoverage/decimal").asText()).doubleValue()
                > decimal(whole.at("/coverage/decimal").asText()).doubleValue());
    }

    @Test
    void nominatesFromTheTopOfTheList() {
        var most = ending.choice().results().getFirst().path("score").asInt();

        assertEquals(most, ending.nominees().getFirst().advice().path("score").asInt());
    }

    @Test
    void goesOnFromWhereItIsWhenToldAgain() {
        var again = live();

        assertEquals(ending.households(), again.households());
    }

    private static StoryD.Ending live() {
        return new StoryD(SharedSuite.clients(), SharedSuite.wording(), STEPS::add).live();
    }

    private static BigDecimal decimal(String text) {
        return new BigDecimal(text);
    }
}
