package id.berdikari.beneficiary.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.kit.problem.FieldProblem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WashingtonGroupTest {

    @ParameterizedTest
    @CsvSource({
        "1, 1, 1, 1, 1, 1, false",
        "2, 2, 2, 2, 2, 2, false",
        "2, 2, 2, 3, 2, 2, true",
        "3, 1, 1, 1, 1, 1, true",
        "1, 3, 1, 1, 1, 1, true",
        "1, 1, 3, 1, 1, 1, true",
        "1, 1, 1, 3, 1, 1, true",
        "1, 1, 1, 1, 3, 1, true",
        "1, 1, 1, 1, 1, 3, true",
        "4, 1, 1, 1, 1, 1, true",
        "1, 1, 1, 1, 1, 4, true",
        "4, 4, 4, 4, 4, 4, true"
    })
    void countsADomainOfALotOrCannotAsDisability(
            int see, int hear, int walk, int remember, int care, int communicate, boolean disabled) {
        var answers = Map.of(
                FunctioningDomain.SEE, see,
                FunctioningDomain.HEAR, hear,
                FunctioningDomain.WALK, walk,
                FunctioningDomain.REM, remember,
                FunctioningDomain.CARE, care,
                FunctioningDomain.COMM, communicate);

        var functioning = WashingtonGroup.of("/functioning", answers);

        assertEquals(disabled, functioning.showsDisability());
        assertEquals(answers, functioning.answers());
    }

    @ParameterizedTest
    @EnumSource
    void asksForAllSixDomains(FunctioningDomain missing) {
        var answers = new EnumMap<FunctioningDomain, Integer>(FunctioningDomain.class);
        EnumSet.complementOf(EnumSet.of(missing)).forEach(domain -> answers.put(domain, 1));

        var refusal = assertThrows(FieldProblem.class, () -> WashingtonGroup.of("/person/functioning", answers));

        assertEquals("domains-unanswered", refusal.rule());
        assertEquals("/person/functioning", refusal.pointer());
    }
}
