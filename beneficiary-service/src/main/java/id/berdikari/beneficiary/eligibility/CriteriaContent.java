package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.wording.Wording;
import id.berdikari.kit.problem.FieldProblem;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a set of criteria says. */
record CriteriaContent(
        Wording title, Wording purpose, @Nullable Integer minimumScore, List<Rule> rules) {

    /** Refuses rules that share a code or do not compile, and a score that nobody can reach. */
    CriteriaContent checked() {
        var codes = new HashSet<String>();
        for (var i = 0; i < rules.size(); i++) {
            if (!codes.add(rules.get(i).code())) {
                throw FieldProblem.at("/rules/" + i + "/code", "listed-twice");
            }
        }
        criteria();
        var reachable = rules.stream()
                .map(Rule::points)
                .filter(Objects::nonNull)
                .mapToInt(Integer::intValue)
                .sum();
        if (minimumScore != null && minimumScore > reachable) {
            throw FieldProblem.at("/minimumScore", "score-out-of-reach", reachable);
        }
        return this;
    }

    Criteria criteria() {
        return Criteria.of(rules, minimumScore);
    }
}
