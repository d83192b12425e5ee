package id.berdikari.event;

/** What a person can consent to; each purpose is given and withdrawn by itself. */
public enum ConsentPurpose {
    /** To be helped, and to have data kept for that. */
    ASSISTANCE,
    /** To have a redacted story published under an alias. */
    PUBLICATION
}
