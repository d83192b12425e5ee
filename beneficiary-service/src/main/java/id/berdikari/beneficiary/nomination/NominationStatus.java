package id.berdikari.beneficiary.nomination;

enum NominationStatus {
    NOMINATED,
    PRE_SURVEYED,
    SURVEYED,
    DECISION_PROPOSED,
    APPROVED,
    WAITLISTED,
    REJECTED
}
