package id.berdikari.beneficiary.nomination;

/** Who sent a nomination in. Those of the public wait in a triage queue of their own. */
enum Source {
    STAFF,
    PARTNER,
    PUBLIC
}
