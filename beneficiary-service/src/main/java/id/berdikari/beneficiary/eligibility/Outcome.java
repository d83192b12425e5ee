package id.berdikari.beneficiary.eligibility;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What criteria say of a household. It is advice; people decide. */
@Schema(name = "EligibilityOutcome")
public enum Outcome {
    MEETS,
    FAILS,
    /** Facts are missing on which it depends. */
    UNKNOWN
}
