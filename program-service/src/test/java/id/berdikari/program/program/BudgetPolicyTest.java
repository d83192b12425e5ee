package id.berdikari.program.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class BudgetPolicyTest {

    private static final BudgetPolicy HALF_TAKEN =
            new BudgetPolicy(new BigDecimal("2000000"), new BigDecimal("1000000"));

    @Test
    void allowsExactlyWhatIsLeftOfTheNeed() {
        assertTrue(HALF_TAKEN.allows(new BigDecimal("1000000.00")));
    }

    @Test
    void refusesOneSenMore() {
        assertFalse(HALF_TAKEN.allows(new BigDecimal("1000000.01")));
    }

    @Test
    void addsLinesBeyondTheLimitOfMoney() {
        var most = new BigDecimal("999999999999999.99");

        assertEquals(new BigDecimal("1999999999999999.98"), BudgetPolicy.total(List.of(most, most)));
    }
}
