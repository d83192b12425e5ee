package id.berdikari.local.population;

import java.util.ArrayList;
import java.util.List;

/** A member before anything but place in the family is known. */
record Kin(String relation, Sex sex, int age, String maritalStatus) {
    private static final int MOST = 8;
    private static final String MARRIED = "MARRIED";
    private static final String WIDOWED = "WIDOWED";
    private static final String SINGLE = "NEVER_MARRIED";

    /** Who lives together; the head first, eight at most. */
    static List<Kin> household(Dice dice) {
        return switch (dice.which(0.59, 0.11, 0.07, 0.10, 0.05, 0.03, 0.02)) {
            case 0 -> family(dice);
            case 1 -> threeGenerations(dice);
            case 2 -> couple(dice, about(dice, 33, 8));
            case 3 -> parentAlone(dice);
            case 4 -> List.of(oldAndAlone(dice));
            case 5 -> grandparentWithGrandchild(dice);
            case 6 -> List.of(new Kin("HEAD", anySex(dice), dice.between(20, 34), SINGLE));
            default -> couple(dice, about(dice, 68, 6));
        };
    }

    private static List<Kin> family(Dice dice) {
        var family = couple(dice, about(dice, 43, 9));
        addChildren(family, family.getLast().age(), dice);
        return family;
    }

    private static List<Kin> threeGenerations(Dice dice) {
        var family = family(dice);
        var parents = family.subList(0, 2);
        var ofHead = dice.falls(0.6);
        var child = ofHead ? parents.getFirst() : parents.getLast();
        if (family.size() < MOST) {
            family.add(new Kin(
                    ofHead ? "PARENT" : "PARENT_IN_LAW",
                    dice.falls(0.75) ? Sex.FEMALE : Sex.MALE,
                    Math.min(child.age() + dice.between(20, 33), 97),
                    WIDOWED));
        }
        return family;
    }

    private static List<Kin> couple(Dice dice, int age) {
        var couple = new ArrayList<Kin>();
        couple.add(new Kin("HEAD", Sex.MALE, age, MARRIED));
        couple.add(new Kin("WIFE", Sex.FEMALE, Math.max(19, age - dice.between(-2, 8)), MARRIED));
        return couple;
    }

    private static List<Kin> parentAlone(Dice dice) {
        var sex = dice.falls(0.85) ? Sex.FEMALE : Sex.MALE;
        var head = new Kin("HEAD", sex, about(dice, 47, 9), dice.falls(0.6) ? WIDOWED : "DIVORCED");
        var family = new ArrayList<Kin>();
        family.add(head);
        addChildren(family, head.age(), dice);
        return family;
    }

    private static List<Kin> grandparentWithGrandchild(Dice dice) {
        var head = oldAndAlone(dice);
        var grandchild = new Kin("GRANDCHILD", anySex(dice), dice.between(5, 17), SINGLE);
        return List.of(head, grandchild);
    }

    private static Kin oldAndAlone(Dice dice) {
        return new Kin("HEAD", dice.falls(0.78) ? Sex.FEMALE : Sex.MALE, dice.between(58, 89), WIDOWED);
    }

    private static void addChildren(List<Kin> family, int parentAge, Dice dice) {
        var wanted = 1 + dice.which(0.14, 0.31, 0.29, 0.16, 0.07);
        var age = parentAge - dice.between(19, 27);
        for (var born = 0; born < wanted && age >= 0 && family.size() < MOST; born++) {
            if (age < 20 || (age < 32 && dice.falls(0.4))) {
                family.add(new Kin("CHILD", anySex(dice), age, SINGLE));
            }
            age -= dice.between(2, 4);
        }
    }

    private static int about(Dice dice, int age, int spread) {
        return Math.clamp(Math.round(age + spread * dice.spread()), 21, 88);
    }

    private static Sex anySex(Dice dice) {
        return dice.falls(0.5) ? Sex.FEMALE : Sex.MALE;
    }
}
