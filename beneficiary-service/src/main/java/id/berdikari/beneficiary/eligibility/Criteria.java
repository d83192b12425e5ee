package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.expression.Condition;
import id.berdikari.beneficiary.expression.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Rules made ready to judge. A household meets them if every required rule holds and its score reaches the least one; it
 * fails if one of them does not hold, whatever else is unknown, or if even all unknown points would not reach it.
 */
final class Criteria {

    private record Ready(Rule rule, Condition condition) {}

    private final List<Ready> rules;
    private final @Nullable Integer minimumScore;

    private Criteria(List<Ready> rules, @Nullable Integer minimumScore) {
        this.rules = rules;
        this.minimumScore = minimumScore;
    }

    /** Compiles rules; a slip is refused with the rule's place in the request, line and column. */
    static Criteria of(List<Rule> rules, @Nullable Integer minimumScore) {
        var ready = new ArrayList<Ready>();
        for (var i = 0; i < rules.size(); i++) {
            var rule = rules.get(i);
            ready.add(new Ready(
                    rule, RegisteredFact.VOCABULARY.condition("/rules/" + i + "/expression", rule.expression())));
        }
        return new Criteria(ready, minimumScore);
    }

    Judgement judge(Map<String, ? extends @Nullable Object> facts) {
        var verdicts = new ArrayList<Verdict>();
        var score = 0;
        var possible = 0;
        var fails = false;
        var isOpen = false;
        for (var each : rules) {
            var verdict = each.condition().test(facts);
            verdicts.add(verdict);
            var points = each.rule().points();
            if (points != null) {
                score += verdict == Verdict.TRUE ? points : 0;
                possible += verdict == Verdict.FALSE ? 0 : points;
            } else {
                fails |= verdict == Verdict.FALSE;
                isOpen |= verdict == Verdict.UNKNOWN;
            }
        }
        if (minimumScore != null) {
            fails |= possible < minimumScore;
            isOpen |= score < minimumScore;
        }
        var outcome = fails ? Outcome.FAILS : isOpen ? Outcome.UNKNOWN : Outcome.MEETS;
        return new Judgement(outcome, score, possible, verdicts);
    }

    /** The facts that a rule reads and that nobody knows of a household. */
    Set<String> unknown(int rule, Map<String, ? extends @Nullable Object> facts) {
        var unknown = new TreeSet<>(rules.get(rule).condition().names());
        unknown.removeIf(name -> facts.get(name) != null);
        return unknown;
    }
}
