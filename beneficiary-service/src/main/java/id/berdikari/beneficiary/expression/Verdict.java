package id.berdikari.beneficiary.expression;

/** What a condition says of some values. Logic is three-valued: {@code unknown && false} is false, {@code unknown || true} true. */
public enum Verdict {
    TRUE,
    FALSE,
    /** It needs a value that is not there, or one that cannot be calculated, as when dividing by zero. */
    UNKNOWN
}
