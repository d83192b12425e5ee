package id.berdikari.beneficiary.nomination;

/** Why somebody must see a whole NIK. Coded, because reasons in a URL end up in logs. */
enum DisclosureReason {
    DUPLICATE_CHECK,
    PROGRAM_REGISTRATION,
    CORRECTION,
    REQUEST_OF_THE_PERSON,
    LEGAL_DUTY
}
