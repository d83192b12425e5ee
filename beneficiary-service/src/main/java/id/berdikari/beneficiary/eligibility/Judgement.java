package id.berdikari.beneficiary.eligibility;

import id.berdikari.beneficiary.expression.Verdict;
import java.util.List;

/**
 * What criteria say of one household.
 *
 * @param score the points of the rules that hold
 * @param possibleScore the same if all that is unknown turned out to hold
 * @param verdicts one for each rule, in the order of the rules
 */
record Judgement(Outcome outcome, int score, int possibleScore, List<Verdict> verdicts) {}
