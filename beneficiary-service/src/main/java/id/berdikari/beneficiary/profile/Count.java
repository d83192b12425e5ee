package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.measure.SmallCells;

/** How many households, and how many people live in them; of a group of people, in how many households. */
record Count(int households, int persons) {

    static final Count NONE = new Count(0, 0);

    Count plus(Count other) {
        return new Count(households + other.households, persons + other.persons);
    }

    Count minus(Count other) {
        return new Count(households - other.households, persons - other.persons);
    }

    boolean isNone() {
        return households == 0;
    }

    /** Nobody is not few: of nobody there is nothing to know. */
    boolean isFew() {
        return SmallCells.isSmall(households) || SmallCells.isSmall(persons);
    }

    boolean isNoneOrFew() {
        return isNone() || isFew();
    }
}
