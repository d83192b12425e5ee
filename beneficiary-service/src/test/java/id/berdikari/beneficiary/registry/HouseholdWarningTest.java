package id.berdikari.beneficiary.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.berdikari.beneficiary.identity.FamilyCard;
import id.berdikari.beneficiary.identity.Sex;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseholdWarningTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 5);
    private static final HouseholdWarning.Resident HEAD = resident(Relation.HEAD, 1958, Sex.FEMALE);

    @ParameterizedTest
    @CsvSource({
        "3302271503120004, 33.02.27.1001, ''",
        "3302261503120004, 33.02.27.1001, KK_DISTRICT_DIFFERS",
        "3302991503120004, 33.02.27.1001, KK_DISTRICT_NOT_CURRENT KK_DISTRICT_DIFFERS",
        ", 33.02.27.1001, ''"
    })
    void tellsWhatDoesNotFitTheCard(@Nullable String card, String areaCode, String expected) {
        var familyCard = card == null ? null : FamilyCard.parse("/familyCard", card);

        var warnings = HouseholdWarning.of(
                familyCard, areaCode, List.of(HEAD), TODAY, Set.of("33.02.26", "33.02.27")::contains);

        assertEquals(expected, warnings.stream().map(HouseholdWarning::name).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "CHILD, 1985, MALE, ''",
        "CHILD, 1958, MALE, CHILD_NOT_YOUNGER_THAN_HEAD",
        "GRANDCHILD, 1940, MALE, CHILD_NOT_YOUNGER_THAN_HEAD",
        "PARENT, 1935, FEMALE, ''",
        "PARENT, 1960, FEMALE, PARENT_NOT_OLDER_THAN_HEAD",
        "HUSBAND, 1955, MALE, ''",
        "HUSBAND, 1955, FEMALE, RELATION_CONTRADICTS_SEX",
        "WIFE, 1955, MALE, RELATION_CONTRADICTS_SEX",
        "OTHER_RELATIVE, 1930, MALE, ''",
        "PARENT_IN_LAW, 1970, MALE, ''"
    })
    void tellsWhatDoesNotFitTheHead(Relation relation, int birthYear, Sex sex, String expected) {
        var warnings = HouseholdWarning.of(
                null, "33.02.27.1001", List.of(HEAD, resident(relation, birthYear, sex)), TODAY, _ -> true);

        assertEquals(expected, warnings.stream().map(HouseholdWarning::name).collect(Collectors.joining(" ")));
    }

    @Test
    void tellsOfAMissingOrVeryYoungHead() {
        var child = resident(Relation.CHILD, 2012, Sex.MALE);
        var headOfSixteen = resident(Relation.HEAD, 2010, Sex.MALE);

        assertEquals(Set.of(HouseholdWarning.NO_MEMBERS), of(List.of()));
        assertEquals(Set.of(HouseholdWarning.NO_HEAD), of(List.of(child)));
        assertEquals(Set.of(HouseholdWarning.HEAD_UNDER_AGE), of(List.of(headOfSixteen)));
        assertEquals(Set.of(), of(List.of(resident(Relation.HEAD, 2009, Sex.MALE))));
    }

    private static Set<HouseholdWarning> of(List<HouseholdWarning.Resident> residents) {
        return HouseholdWarning.of(null, "33.02.27.1001", residents, TODAY, _ -> true);
    }

    private static HouseholdWarning.Resident resident(Relation relation, int birthYear, Sex sex) {
        return new HouseholdWarning.Resident(relation, new PersonFacts(null, birthYear, sex, null, null, null, null));
    }
}
