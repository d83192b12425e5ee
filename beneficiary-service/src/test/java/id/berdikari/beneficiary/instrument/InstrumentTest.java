package id.berdikari.beneficiary.instrument;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.berdikari.beneficiary.wording.Wording;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InstrumentTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 30);

    @Test
    void isUsableFromItsPublicationToItsRetirement() {
        var definition = new Definition(new Wording("Kosong", "Empty"), Map.of(), List.of(), List.of());
        var instrument = new Instrument("kosong", 1, definition, "verifier-1");
        assertFalse(instrument.isUsableOn(DAY));

        instrument.publish("decider-1", DAY.minusMonths(1));
        assertTrue(instrument.isUsableOn(DAY.plusYears(1)));

        instrument.retire(DAY);
        assertTrue(instrument.isUsableOn(DAY));
        assertFalse(instrument.isUsableOn(DAY.plusDays(1)));
    }
}
