package id.berdikari.beneficiary.measure;

/** How much one call takes: enough for a regency's sample, too little to keep the service busy for seconds. */
public final class Limits {

    /** Units or observations of a call. */
    public static final int UNITS = 10_000;

    /** Indicators of a dimension set. */
    public static final int INDICATORS = 50;

    /** Groups to which units belong; Indonesia has 514 regencies. */
    public static final int GROUPS = 1_000;

    /** Characters of an id, a code or a group's name. */
    public static final int LABEL = 100;

    private Limits() {}
}
