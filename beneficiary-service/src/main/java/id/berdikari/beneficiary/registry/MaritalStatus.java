package id.berdikari.beneficiary.registry;

/** As the KK card tells it. */
public enum MaritalStatus {
    NEVER_MARRIED,
    MARRIED,
    DIVORCED,
    WIDOWED
}
