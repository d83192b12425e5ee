package id.berdikari.beneficiary.profile;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By what somebody counts as poor: the condition over h (household) and q (its measurement) is null where nobody knows. */
@Schema(name = "ProfilePoorBy")
enum PoorBy {
    DECILE("h.decile <= " + PoorBy.POOREST_DECILES),
    LINE("q.poor_by_line"),
    DIMENSIONS("q.poor");

    /** One cut for all: between two cuts, each with figures large enough, a few households could be found by subtraction. */
    static final int POOREST_DECILES = 4;

    private final String condition;

    PoorBy(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }
}
