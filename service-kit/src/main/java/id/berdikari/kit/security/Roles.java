package id.berdikari.kit.security;

/** The roles that a token can carry in its claim {@code roles}. */
public final class Roles {

    /** Visits people at home. */
    public static final String SURVEYOR = "surveyor";
    /** Checks at the desk; records consent, exit and acknowledgement. */
    public static final String VERIFIER = "verifier";
    /** Decides cases in a meeting. */
    public static final String DECIDER = "decider";
    /** Writes and publishes campaigns. */
    public static final String FUNDRAISER = "fundraiser";
    /** Keeps the money's books. */
    public static final String TREASURER = "treasurer";
    /** Plans and delivers help. */
    public static final String PROGRAM_OFFICER = "program-officer";
    /** Accompanies groups. */
    public static final String FACILITATOR = "facilitator";
    /** Keeps a group's books. */
    public static final String GROUP_OFFICER = "group-officer";
    /** Visits after help was given. */
    public static final String MONITOR = "monitor";
    /** Reads everything that proves fairness. */
    public static final String AUDITOR = "auditor";
    /** Sets up permits and runs the system; holds no power over cases or money. */
    public static final String ADMIN = "admin";
    /** A partner organisation's system. */
    public static final String PARTNER = "partner";

    private Roles() {}
}
