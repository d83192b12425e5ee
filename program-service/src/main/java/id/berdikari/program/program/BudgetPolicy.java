package id.berdikari.program.program;

import java.math.BigDecimal;
import java.util.Collection;

/** What all programmes of one kind for one person may cost together: the amount that the meeting approved. */
record BudgetPolicy(BigDecimal approvedNeed, BigDecimal committed) {

    static BigDecimal total(Collection<BigDecimal> lines) {
        return lines.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean allows(BigDecimal budget) {
        return committed.add(budget).compareTo(approvedNeed) <= 0;
    }
}
