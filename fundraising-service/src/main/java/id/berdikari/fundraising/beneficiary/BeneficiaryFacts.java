package id.berdikari.fundraising.beneficiary;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the money's side needs to know of a beneficiary.
 *
 * @param districtCode null while the approval is still under way
 */
public record BeneficiaryFacts(
        UUID beneficiaryId,
        @Nullable String districtCode,
        @Nullable String ageBand,
        @Nullable String alias,
        @Nullable String publicStory,
        boolean refusesAssistance,
        boolean refusesPublication,
        boolean exited) {

    public boolean isApproved() {
        return districtCode != null;
    }

    /** Whether no public page about the person may stand. */
    public boolean isBarredFromPublication() {
        return refusesPublication || exited;
    }

    /** Whether no money may be given for the person any more. */
    public boolean isBarredFromHelp() {
        return refusesAssistance || exited;
    }
}
