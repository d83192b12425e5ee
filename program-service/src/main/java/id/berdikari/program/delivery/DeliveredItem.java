package id.berdikari.program.delivery;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** The quantity is kept without trailing zeros, and never in scientific notation. */
@Embeddable
record DeliveredItem(String description, BigDecimal quantity) {
    DeliveredItem {
        var plain = quantity.stripTrailingZeros();
        quantity = plain.scale() < 0 ? plain.setScale(0) : plain;
    }
}
