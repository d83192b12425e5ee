package id.berdikari.beneficiary.profile;

import id.berdikari.area.Level;
import id.berdikari.beneficiary.identity.Sex;
import id.berdikari.beneficiary.registry.Education;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * By what people are told apart. The expression names the kind: over h (the household) and m (its members together), or over r, a
 * member now or when the household was measured.
 */
@Schema(name = "ProfileTopic")
enum Topic {
    REGENCY(Of.HOUSEHOLD, "left(h.area_code, 5)"),
    DISTRICT(Of.HOUSEHOLD, "left(h.area_code, 8)"),
    VILLAGE(Of.HOUSEHOLD, "h.area_code"),
    HEAD_SEX(Of.HOUSEHOLD, "m.head_sex"),
    HOUSEHOLD_SIZE(
            Of.HOUSEHOLD,
            "case when m.size <= 2 then '1-2' when m.size <= 4 then '3-4' when m.size <= 6 then '5-6'"
                    + " when m.size > 6 then '7+' end"),
    LIVELIHOOD(Of.HOUSEHOLD, "h.facts ->> 'livelihood'"),
    EDUCATION(Of.HOUSEHOLD, "m.head_education"),
    SEX(Of.PERSON, "r.sex"),
    AGE_BAND(
            Of.PERSON,
            "case when r.age < 5 then '0-4' when r.age < 15 then '5-14' when r.age < 25 then '15-24'"
                    + " when r.age < 60 then '25-59' else '60+' end"),
    DISABILITY(Of.PERSON, "case when r.disabled then 'DISABLED' when not r.disabled then 'NOT_DISABLED' end");

    /** Households of one kind are of no other; of people in one household some may be of one kind, some of another. */
    @Schema(name = "ProfileUnit")
    enum Of {
        HOUSEHOLD,
        PERSON
    }

    static final List<Topic> CHARACTERISTICS =
            List.of(HEAD_SEX, HOUSEHOLD_SIZE, LIVELIHOOD, EDUCATION, SEX, AGE_BAND, DISABILITY);

    private final Of of;
    private final String expression;

    Topic(Of of, String expression) {
        this.of = of;
        this.expression = expression;
    }

    Of of() {
        return of;
    }

    String expression() {
        return expression;
    }

    /** The kinds where they have an order of their own, else none. */
    List<String> order() {
        return switch (this) {
            case HEAD_SEX, SEX -> names(Sex.values());
            case HOUSEHOLD_SIZE -> List.of("1-2", "3-4", "5-6", "7+");
            case EDUCATION -> names(Education.values());
            case AGE_BAND -> List.of("0-4", "5-14", "15-24", "25-59", "60+");
            case DISABILITY -> List.of("DISABLED", "NOT_DISABLED");
            case REGENCY, DISTRICT, VILLAGE, LIVELIHOOD -> List.of();
        };
    }

    /** Null for what does not tell places apart. */
    @Nullable
    Level level() {
        return switch (this) {
            case REGENCY -> Level.REGENCY;
            case DISTRICT -> Level.DISTRICT;
            case VILLAGE -> Level.VILLAGE;
            case HEAD_SEX, HOUSEHOLD_SIZE, LIVELIHOOD, EDUCATION, SEX, AGE_BAND, DISABILITY -> null;
        };
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
