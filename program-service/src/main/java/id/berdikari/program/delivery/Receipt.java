package id.berdikari.program.delivery;

import id.berdikari.kit.money.Money;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.util.Collection;

@Embeddable
record Receipt(String number, Money amount) {

    /** Whether receipts prove a cost to the rupiah. */
    static boolean prove(Money cost, Collection<Receipt> receipts) {
        return receipts.stream()
                        .map(receipt -> receipt.amount().amount())
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .compareTo(cost.amount())
                == 0;
    }
}
