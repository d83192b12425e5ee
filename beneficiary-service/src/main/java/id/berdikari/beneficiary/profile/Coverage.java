package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.AreaTallies.Known;
import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many there are in all, and of how many of them something is known. */
record Coverage(
        Count all,
        int householdsWithDecile,
        @Nullable LocalDate newestDecileDate,
        int personsAskedAboutDisability,
        int householdsMeasured) {

    static Coverage of(List<Tally> tallies, Known known) {
        return new Coverage(
                known(tallies, Group.ALL),
                known(tallies, Deciles.TOPIC).households(),
                known.newestDecileDate(),
                known(tallies, Topic.DISABILITY.name()).persons(),
                known.householdsMeasured());
    }

    private static Count known(List<Tally> tallies, String topic) {
        return tallies.stream()
                .filter(tally -> tally.topic().equals(topic) && tally.code() != null)
                .map(Tally::count)
                .reduce(Count.NONE, Count::plus);
    }
}
