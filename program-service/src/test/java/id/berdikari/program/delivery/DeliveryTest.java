package id.berdikari.program.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.kit.money.Money;
import id.berdikari.kit.problem.ProblemException;
import id.berdikari.program.program.Fulfilment.Fulfilled;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeliveryTest {

    private static final LocalDate ON = LocalDate.of(2026, 2, 18);

    @Test
    void isAcknowledgedBySomebodyElse() {
        var delivery = aDelivery();

        var event = delivery.acknowledge(ON, "The beneficiary", "Head of RT 02", "verifier-1");

        assertEquals(DeliveryStatus.ACKNOWLEDGED, delivery.status());
        assertEquals(delivery.id(), event.deliveryId());
    }

    @Test
    void isNotAcknowledgedByWhoDelivered() {
        refuses("four-eyes-required", aDelivery(), "officer-1");
    }

    @Test
    void isAcknowledgedOnce() {
        var delivery = aDelivery();
        delivery.acknowledge(ON, "The beneficiary", "Head of RT 02", "verifier-1");

        refuses("delivery-already-acknowledged", delivery, "verifier-2");
    }

    @Test
    void receiptsProveACostToTheSen() {
        var receipts = List.of(new Receipt("1", Money.rupiah("999999.99")), new Receipt("2", Money.rupiah("0.01")));

        assertTrue(Receipt.prove(Money.rupiah("1000000"), receipts));
        assertFalse(Receipt.prove(Money.rupiah("1000000.01"), receipts));
    }

    @Test
    void quantitiesArePlainNumbers() {
        assertEquals(
                "10",
                new DeliveredItem("Rice", new BigDecimal("10.000")).quantity().toString());
        assertEquals(
                "2.5",
                new DeliveredItem("Rice", new BigDecimal("2.500")).quantity().toString());
    }

    private static Delivery aDelivery() {
        return new Delivery(
                new Fulfilled(UUID.randomUUID(), UUID.randomUUID(), "33.02.27", "DELIVERED"),
                "officer-1",
                ON,
                List.of(new DeliveredItem("Wheelchair", BigDecimal.ONE)),
                Money.rupiah("1000000"),
                List.of(new Receipt("INV-1", Money.rupiah("1000000"))),
                new Proof("Handed over at home", null));
    }

    private static void refuses(String code, Delivery delivery, String verifier) {
        var refused = assertThrows(
                ProblemException.class, () -> delivery.acknowledge(ON, "The beneficiary", "Head of RT 02", verifier));
        assertEquals(code, refused.type().code());
    }
}
