package id.berdikari.beneficiary.identity;

/** Why somebody must see a whole number. Coded, because reasons in a URL end up in logs. */
public enum DisclosureReason {
    DUPLICATE_CHECK,
    PROGRAM_REGISTRATION,
    CORRECTION,
    REQUEST_OF_THE_PERSON,
    LEGAL_DUTY
}
