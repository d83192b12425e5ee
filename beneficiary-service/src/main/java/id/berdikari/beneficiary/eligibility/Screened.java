package id.berdikari.beneficiary.eligibility;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a screening found of one household, with the facts by which its figures are broken down.
 *
 * @param verdicts a letter for each rule: T, F or U
 * @param earlierOutcome by the criteria that it is compared with; null where there are none
 */
record Screened(
        UUID householdId,
        String areaCode,
        @Nullable Integer decile,
        @Nullable String headSex,
        @Nullable String livelihood,
        @Nullable Boolean disabled,
        String outcome,
        int score,
        int possibleScore,
        String verdicts,
        @Nullable String earlierOutcome,
        @Nullable Integer earlierScore) {

    static Screened of(HouseholdCase facts, Judgement judgement, @Nullable Judgement earlier) {
        var verdicts = new StringBuilder();
        judgement.verdicts().forEach(verdict -> verdicts.append(verdict.name().charAt(0)));
        return new Screened(
                facts.id(),
                facts.areaCode(),
                facts.decile(),
                facts.headSex(),
                facts.livelihood(),
                facts.hasDisabled(),
                judgement.outcome().name(),
                judgement.score(),
                judgement.possibleScore(),
                verdicts.toString(),
                earlier == null ? null : earlier.outcome().name(),
                earlier == null ? null : earlier.score());
    }

    String rank() {
        return score + "/" + householdId;
    }
}
