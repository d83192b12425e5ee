package id.berdikari.beneficiary.eligibility;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the register knows of a household on a day, or of somebody who lives in none; null is unknown. */
record HouseholdCase(
        UUID id,
        String areaCode,
        @Nullable String livelihood,
        @Nullable String assets,
        @Nullable String causes,
        @Nullable Integer decile,
        @Nullable LocalDate decileDate,
        @Nullable Integer size,
        @Nullable Integer underFive,
        @Nullable Integer children,
        @Nullable Integer elderly,
        @Nullable Boolean hasDisabled,
        @Nullable Integer headAge,
        @Nullable String headSex,
        @Nullable String headEducation,
        @Nullable String headMaritalStatus,
        @Nullable String headLivelihood,
        @Nullable Boolean headDisabled) {

    Map<String, @Nullable Object> facts(LocalDate day) {
        var facts = new HashMap<String, @Nullable Object>();
        facts.put(RegisteredFact.TODAY.key(), day);
        facts.put(RegisteredFact.AREA.key(), areaCode);
        facts.put(RegisteredFact.SIZE.key(), size);
        facts.put(RegisteredFact.UNDER_FIVE.key(), underFive);
        facts.put(RegisteredFact.CHILDREN.key(), children);
        facts.put(RegisteredFact.ELDERLY.key(), elderly);
        facts.put(RegisteredFact.HAS_DISABLED.key(), hasDisabled);
        facts.put(RegisteredFact.HOUSEHOLD_LIVELIHOOD.key(), livelihood);
        facts.put(RegisteredFact.ASSETS.key(), codes(assets));
        facts.put(RegisteredFact.CAUSES.key(), codes(causes));
        facts.put(RegisteredFact.DECILE.key(), decile);
        facts.put(RegisteredFact.DECILE_DATE.key(), decileDate);
        facts.put(RegisteredFact.HEAD_AGE.key(), headAge);
        facts.put(RegisteredFact.HEAD_SEX.key(), headSex);
        facts.put(RegisteredFact.HEAD_EDUCATION.key(), headEducation);
        facts.put(RegisteredFact.HEAD_MARITAL_STATUS.key(), headMaritalStatus);
        facts.put(RegisteredFact.HEAD_LIVELIHOOD.key(), headLivelihood);
        facts.put(RegisteredFact.HEAD_DISABLED.key(), headDisabled);
        return facts;
    }

    private static @Nullable List<String> codes(@Nullable String joined) {
        return joined == null ? null : Arrays.asList(joined.split(",", -1));
    }
}
