package id.berdikari.fundraising.ledger;

/** The chart of accounts. What the assets hold is what the funds owe to their purposes. */
public enum Account {
    /** Money that came in through the payment gateway, less what was paid out of it. */
    CASH("1100"),
    /** Given for one person. */
    FUND_FOR_PERSONS("2100"),
    /** Given for one kind of help. */
    FUND_FOR_PROGRAM_TYPES("2200"),
    /** Given without a restriction. */
    UNRESTRICTED_FUND("2300"),
    /** Set aside for programmes that are under way. */
    RESERVED_FOR_PROGRAMS("2900");

    private final String code;

    Account(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
