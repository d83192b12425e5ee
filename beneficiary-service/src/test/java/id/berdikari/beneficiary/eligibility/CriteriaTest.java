package id.berdikari.beneficiary.eligibility;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.berdikari.beneficiary.expression.Verdict;
import id.berdikari.beneficiary.wording.Wording;
import id.berdikari.kit.problem.FieldProblem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CriteriaTest {

    private static final Wording WORDS = new Wording("Alasan", "A reason");

    private static final Criteria CRITERIA = Criteria.of(
            List.of(
                    new Rule("POOR", "household.decile <= 3", WORDS, null),
                    new Rule("OLD", "head.age >= 60", WORDS, 30),
                    new Rule("LITTLE_SCHOOL", "head.education in [Education.NONE, Education.PRIMARY]", WORDS, 20)),
            40);

    @Test
    void meetsThemWithAllRequiredAndEnoughPoints() {
        assertEquals(
                new Judgement(Outcome.MEETS, 50, 50, List.of(Verdict.TRUE, Verdict.TRUE, Verdict.TRUE)),
                judge(2, 70, "PRIMARY"));
    }

    @Test
    void failsThemWithoutARequiredOneWhateverElseIsUnknown() {
        assertEquals(
                new Judgement(Outcome.FAILS, 0, 50, List.of(Verdict.FALSE, Verdict.UNKNOWN, Verdict.UNKNOWN)),
                judge(4, null, null));
    }

    @Test
    void failsThemWhereUnknownPointsWouldNotReach() {
        assertEquals(Outcome.FAILS, judge(2, 40, null).outcome());
        assertEquals(Outcome.FAILS, judge(null, 70, "DIPLOMA").outcome());
    }

    @Test
    void leavesOpenWhatDependsOnTheUnknown() {
        assertEquals(
                new Judgement(Outcome.UNKNOWN, 30, 50, List.of(Verdict.TRUE, Verdict.TRUE, Verdict.UNKNOWN)),
                judge(2, 70, null));
        assertEquals(Outcome.UNKNOWN, judge(null, 70, "NONE").outcome());
    }

    @Test
    void saysWhatItWouldNeedToKnow() {
        assertEquals(Set.of("head.education"), CRITERIA.unknown(2, facts(2, 70, null)));
        assertEquals(Set.of(), CRITERIA.unknown(1, facts(2, 70, null)));
    }

    @Test
    void refusesARuleThatDoesNotFitAndSaysWhich() {
        var rules = List.of(
                new Rule("FINE", "household.size > 3", WORDS, null),
                new Rule("SLIP", "household.size >\n 'many'", WORDS, null));

        var refused = assertThrows(FieldProblem.class, () -> Criteria.of(rules, null));

        assertEquals("/rules/1/expression", refused.pointer());
        assertEquals("expression-types-differ", refused.rule());
    }

    private static Judgement judge(@Nullable Integer decile, @Nullable Integer age, @Nullable String education) {
        return CRITERIA.judge(facts(decile, age, education));
    }

    private static Map<String, @Nullable Object> facts(
            @Nullable Integer decile, @Nullable Integer age, @Nullable String education) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put("household.decile", decile);
        facts.put("head.age", age);
        facts.put("head.education", education);
        return facts;
    }
}
