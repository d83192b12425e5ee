package id.berdikari.beneficiary.registry;

/** As the KK card tells it. */
enum MaritalStatus {
    NEVER_MARRIED,
    MARRIED,
    DIVORCED,
    WIDOWED
}
