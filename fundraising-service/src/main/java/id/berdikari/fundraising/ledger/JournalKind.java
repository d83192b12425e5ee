package id.berdikari.fundraising.ledger;

/** Why something was booked. */
public enum JournalKind {
    DONATION_RECEIVED,
    FUNDS_RESERVED,
    FUNDS_RELEASED,
    PROGRAM_COST,
    DONATION_REFUNDED
}
