package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.AreaTallies.Known;
import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be shown of an area.
 *
 * @param whole those of whom it is known whether they are poor
 * @param parts null where nobody asked for any
 */
record AreaProfile(
        Coverage coverage,
        Breakdown.Row whole,
        Deciles deciles,
        Causes causes,
        List<Breakdown> characteristics,
        Measured measured,
        @Nullable Breakdown parts) {

    static AreaProfile of(Known known, List<Tally> tallies, List<Tally> causes, Measured measured, @Nullable Topic by) {
        var whole = Group.of(
                Group.ALL,
                tallies.stream()
                        .filter(tally -> tally.topic().equals(Group.ALL))
                        .toList());
        var coverage = Coverage.of(tallies, known);
        return new AreaProfile(
                coverage,
                Breakdown.Row.of(whole),
                Deciles.of(tallies),
                Causes.of(causes),
                Topic.CHARACTERISTICS.stream()
                        .map(topic -> Breakdown.of(topic, tallies, whole))
                        .toList(),
                coverage.all().isFew() ? measured.hidden() : measured,
                by == null ? null : Breakdown.of(by, tallies, whole));
    }

    /** Where there are so few that everything about them tells of single ones. */
    boolean isHidden() {
        return coverage.all().isFew();
    }
}
