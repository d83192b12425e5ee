package id.berdikari.fundraising.donation;

/** What a report about a payment did. */
public enum PaymentEffect {
    /** The donation's payment has this state now. */
    APPLIED,
    /** It had this state already. */
    REPEATED,
    /** It is further already; nothing changed. */
    OUT_OF_ORDER,
    /** Nothing changed, and a treasurer must look at it. */
    ATTENTION,
    /** The amount is not the donation's; nothing changed, and a treasurer must look at it. */
    AMOUNT_DIFFERS,
    /** There is no such donation. */
    UNKNOWN_ORDER;

    public boolean needsTreasurer() {
        return this == ATTENTION || this == AMOUNT_DIFFERS;
    }
}
