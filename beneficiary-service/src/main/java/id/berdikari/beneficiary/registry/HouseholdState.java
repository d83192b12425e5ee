package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Dwelling;
import id.berdikari.beneficiary.identity.IdentityVault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What stood in the record of a household from a day on, until something else did. */
interface HouseholdState {

    LocalDate since();

    Recording recording();

    String areaCode();

    HouseholdFacts facts();

    @Nullable
    Dwelling dwelling(IdentityVault vault);

    /** What stood there on a day; where the day is before all that is known, nothing. */
    static Optional<HouseholdState> asOf(LocalDate day, List<? extends HouseholdState> newestFirst) {
        return newestFirst.stream()
                .filter(state -> !state.since().isAfter(day))
                .map(HouseholdState.class::cast)
                .findFirst();
    }
}
