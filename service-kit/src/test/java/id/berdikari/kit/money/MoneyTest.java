package id.berdikari.kit.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void isEqualWhateverItsTrailingZeros() {
        assertEquals(Money.rupiah("150000"), Money.rupiah("150000.00"));
    }

    @Test
    void refusesWhatIsNotAnAmount() {
        List.of("-0.01", "0.001", "1000000000000000", "NaN", "")
                .forEach(amount -> assertThrows(IllegalArgumentException.class, () -> Money.rupiah(amount), amount));
    }

    @Test
    void neverGoesBelowNothing() {
        assertEquals(Money.ZERO, Money.rupiah("0.30").minus(Money.rupiah("0.30")));
        assertThrows(IllegalArgumentException.class, () -> Money.rupiah("0.30").minus(Money.rupiah("0.31")));
    }

    @Test
    void addsWithoutRounding() {
        assertEquals(Money.rupiah("0.30"), Money.sum(List.of(Money.rupiah("0.10"), Money.rupiah("0.20"))));
        assertEquals(Money.ZERO, Money.sum(List.of()));
    }

    @Test
    void travelsAsTextWithItsCurrency() throws Exception {
        var json = new ObjectMapper();

        assertEquals(
                "{\"amount\":\"150000.00\",\"currency\":\"IDR\"}", json.writeValueAsString(Money.rupiah("150000")));
        assertEquals(Money.rupiah("0.5"), json.readValue("{\"currency\":\"IDR\",\"amount\":\"0.5\"}", Money.class));
    }
}
