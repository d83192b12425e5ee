package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.FamilyCard;
import id.berdikari.beneficiary.identity.Sex;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What looks wrong in a household's record and may yet be right: told, never refused. */
enum HouseholdWarning {
    KK_DISTRICT_NOT_CURRENT,
    KK_DISTRICT_DIFFERS,
    NO_MEMBERS,
    NO_HEAD,
    HEAD_UNDER_AGE,
    RELATION_CONTRADICTS_SEX,
    CHILD_NOT_YOUNGER_THAN_HEAD,
    PARENT_NOT_OLDER_THAN_HEAD;

    /** From this age on people have an identity card of their own (UU 23/2006, article 63). */
    private static final int OF_AGE = 17;

    record Resident(Relation relation, PersonFacts facts) {}

    static Set<HouseholdWarning> of(
            @Nullable FamilyCard card,
            String areaCode,
            List<Resident> residents,
            LocalDate day,
            Predicate<String> isCurrentArea) {
        var warnings = EnumSet.noneOf(HouseholdWarning.class);
        if (card != null) {
            if (!isCurrentArea.test(card.districtCode())) {
                warnings.add(KK_DISTRICT_NOT_CURRENT);
            }
            if (!areaCode.startsWith(card.districtCode())) {
                warnings.add(KK_DISTRICT_DIFFERS);
            }
        }
        var head = residents.stream()
                .filter(resident -> resident.relation() == Relation.HEAD)
                .map(Resident::facts)
                .findFirst();
        if (residents.isEmpty()) {
            warnings.add(NO_MEMBERS);
        } else if (head.isEmpty()) {
            warnings.add(NO_HEAD);
        }
        head.filter(facts -> facts.ageOn(day) < OF_AGE).ifPresent(_ -> warnings.add(HEAD_UNDER_AGE));
        for (var resident : residents) {
            contradiction(resident, head.orElse(null)).ifPresent(warnings::add);
        }
        return warnings;
    }

    private static Optional<HouseholdWarning> contradiction(Resident resident, @Nullable PersonFacts head) {
        var facts = resident.facts();
        return switch (resident.relation()) {
            case HUSBAND -> when(facts.sex() != Sex.MALE, RELATION_CONTRADICTS_SEX);
            case WIFE -> when(facts.sex() != Sex.FEMALE, RELATION_CONTRADICTS_SEX);
            case CHILD, GRANDCHILD ->
                when(head != null && facts.birthYear() <= head.birthYear(), CHILD_NOT_YOUNGER_THAN_HEAD);
            case PARENT -> when(head != null && facts.birthYear() >= head.birthYear(), PARENT_NOT_OLDER_THAN_HEAD);
            case HEAD, CHILD_IN_LAW, PARENT_IN_LAW, OTHER_RELATIVE, DOMESTIC_WORKER, OTHER -> Optional.empty();
        };
    }

    private static Optional<HouseholdWarning> when(boolean holds, HouseholdWarning warning) {
        return holds ? Optional.of(warning) : Optional.empty();
    }
}
