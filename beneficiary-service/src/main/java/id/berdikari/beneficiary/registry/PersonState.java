package id.berdikari.beneficiary.registry;

import id.berdikari.beneficiary.identity.Identity;
import id.berdikari.beneficiary.identity.IdentityVault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What stood in the record of a person from a day on, until something else did. */
interface PersonState {

    UUID personId();

    LocalDate since();

    Recording recording();

    PersonFacts facts();

    @Nullable
    Identity identity(IdentityVault vault);

    /** What stood there on a day; where the day is before all that is known, nothing. */
    static Optional<PersonState> asOf(LocalDate day, List<? extends PersonState> newestFirst) {
        return newestFirst.stream()
                .filter(state -> !state.since().isAfter(day))
                .map(PersonState.class::cast)
                .findFirst();
    }
}
