package id.berdikari.beneficiary.profile;

/** Households whose deprivations weigh the same, and the people of one part who lived in them. */
record ScoreSum(String part, int score, int denominator, boolean poor, int households, int persons) {

    Count count() {
        return new Count(households, persons);
    }
}
