package id.berdikari.beneficiary.registry;

/** Why a household is poor, as it and the surveyors see it; often several at once. */
public enum PovertyCause {
    NO_WORK,
    LOW_OR_IRREGULAR_INCOME,
    LOW_EDUCATION,
    LACK_OF_SKILLS,
    NO_CAPITAL,
    NO_LAND,
    NO_MARKET_ACCESS,
    DISABILITY,
    LONG_ILLNESS,
    OLD_AGE,
    MANY_DEPENDANTS,
    LOSS_OF_BREADWINNER,
    DEBT,
    DISASTER_OR_CROP_FAILURE,
    REMOTENESS,
    NO_DOCUMENTS,
    DISCRIMINATION,
    OTHER
}
