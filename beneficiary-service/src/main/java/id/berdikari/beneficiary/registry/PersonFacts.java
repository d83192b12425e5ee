package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Sex;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/** What is known of a person besides who it is. Where only the year of birth is known, there is no date. */
@Embeddable
record PersonFacts(
        @Nullable LocalDate birthDate,
        int birthYear,
        @Enumerated(EnumType.STRING) Sex sex,
        @Enumerated(EnumType.STRING) @Nullable Education education,
        @Enumerated(EnumType.STRING) @Nullable MaritalStatus maritalStatus,
        @Enumerated(EnumType.STRING) @Nullable Livelihood livelihood,
        @Embedded @Nullable WashingtonGroup functioning) {

    private static final int DECADE = 10;

    /** Null where nobody has asked the six questions. */
    @Nullable
    Boolean disabled() {
        return functioning == null ? null : functioning.showsDisability();
    }

    /** At most by one too high where only the year of birth is known. */
    int ageOn(LocalDate day) {
        return birthDate == null
                ? day.getYear() - birthYear
                : Period.between(birthDate, day).getYears();
    }

    /** What may stay when nobody shall know any more who it was. */
    PersonFacts anonymous() {
        return new PersonFacts(null, birthYear / DECADE * DECADE, sex, null, null, null, null);
    }
}
