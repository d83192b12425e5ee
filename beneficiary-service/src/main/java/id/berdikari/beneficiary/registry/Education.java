package id.berdikari.beneficiary.registry;

/** The highest school finished, as the KK card tells it. */
public enum Education {
    NONE,
    PRIMARY_UNFINISHED,
    PRIMARY,
    LOWER_SECONDARY,
    UPPER_SECONDARY,
    DIPLOMA,
    BACHELOR,
    POSTGRADUATE
}
