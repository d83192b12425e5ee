package id.berdikari.beneficiary.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.kit.problem.FieldProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"081234567890", "0812-3456-7890", "+62 812 3456 7890", "6281234567890", " 62 812-3456-7890 "})
    void readsEverySpellingAsTheSameNumber(String typed) {
        assertEquals("+6281234567890", Phone.parse("/phone", typed).e164());
    }

    @ParameterizedTest
    @ValueSource(strings = {"08123456789012", "12", "not a number", "+62"})
    void refusesWhatIsNoNumber(String typed) {
        var refusal = assertThrows(FieldProblem.class, () -> Phone.parse("/phone", typed));

        assertEquals("phone-invalid", refusal.rule());
    }
}
