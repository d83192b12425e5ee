package id.berdikari.beneficiary.duplicate;

import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How sure a score makes us. Between the two thresholds a look is worth while; below the lower one nobody is asked. */
@Schema(name = "DuplicateBand")
enum Band {
    LIKELY,
    POSSIBLE;

    /** The upper threshold, in tenths of a bit. */
    static final int LIKELY_FROM = 170;

    /** The lower threshold, in tenths of a bit. */
    static final int POSSIBLE_FROM = 110;

    static Optional<Band> of(int score) {
        if (score >= LIKELY_FROM) {
            return Optional.of(LIKELY);
        }
        return score >= POSSIBLE_FROM ? Optional.of(POSSIBLE) : Optional.empty();
    }
}
