package id.berdikari.beneficiary.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A household with its members, all new, that was read and checked and waits to be registered with many others. */
public final class Application {

    private final HouseholdRecord household;
    private final @Nullable LocalDate since;
    private final List<Newcomer> members;
    private final @Nullable String kkIndex;
    private final List<Optional<String>> nikIndexes;

    Application(
            HouseholdRecord household,
            @Nullable LocalDate since,
            List<Newcomer> members,
            @Nullable String kkIndex,
            List<Optional<String>> nikIndexes) {
        this.household = household;
        this.since = since;
        this.members = members;
        this.kkIndex = kkIndex;
        this.nikIndexes = nikIndexes;
    }

    HouseholdRecord household() {
        return household;
    }

    @Nullable
    LocalDate since() {
        return since;
    }

    List<Newcomer> members() {
        return members;
    }

    /** The keyed hash of its KK number. */
    public Optional<String> kkIndex() {
        return Optional.ofNullable(kkIndex);
    }

    /** The keyed hashes of its members' NIK, in their order. */
    public List<Optional<String>> nikIndexes() {
        return nikIndexes;
    }
}
