package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What looks wrong in a person's record and may yet be right: told, never refused. */
enum PersonWarning {
    NIK_DISTRICT_NOT_CURRENT,
    NIK_BIRTH_DATE_DIFFERS,
    NIK_SEX_DIFFERS,
    AGE_UNLIKELY,
    SHORT_SET_UNDER_FIVE;

    private static final int OLDEST = 110;

    static Set<PersonWarning> of(
            @Nullable Identity identity, PersonFacts facts, LocalDate day, Predicate<String> isCurrentArea) {
        var warnings = EnumSet.noneOf(PersonWarning.class);
        if (identity != null && identity.nik() != null) {
            for (var warning :
                    identity.nik().warnings(facts.birthDate(), facts.birthYear(), facts.sex(), isCurrentArea)) {
                warnings.add(
                        switch (warning) {
                            case DISTRICT_NOT_CURRENT -> NIK_DISTRICT_NOT_CURRENT;
                            case BIRTH_DATE_DIFFERS -> NIK_BIRTH_DATE_DIFFERS;
                            case SEX_DIFFERS -> NIK_SEX_DIFFERS;
                        });
            }
        }
        if (facts.ageOn(day) > OLDEST) {
            warnings.add(AGE_UNLIKELY);
        }
        if (facts.functioning() != null && facts.ageOn(day) < WashingtonGroup.YOUNGEST) {
            warnings.add(SHORT_SET_UNDER_FIVE);
        }
        return warnings;
    }
}
