package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Those of one kind of whom it is known whether they are poor.
 *
 * @param code of the kind, or {@link #UNKNOWN}
 * @param rest who is not poor
 */
record Group(String code, Count poor, Count rest) {

    static final String UNKNOWN = "UNKNOWN";
    static final String ALL = "ALL";

    static Group of(String code, Collection<Tally> tallies) {
        return new Group(code, count(tallies, true), count(tallies, false));
    }

    private static Count count(Collection<Tally> tallies, boolean poor) {
        return tallies.stream()
                .filter(tally -> tally.poor() != null && tally.poor() == poor)
                .map(Tally::count)
                .reduce(Count.NONE, Count::plus);
    }

    Group plus(Group other) {
        return new Group(code, poor.plus(other.poor), rest.plus(other.rest));
    }

    Count everybody() {
        return poor.plus(rest);
    }

    boolean isFew() {
        return everybody().isFew();
    }

    /** Also where all are poor, or all but a few: whoever is known to belong to the group would be known to be poor. */
    boolean givesThePoorAway() {
        return !poor.isNone() && (poor.isFew() || rest.isNoneOrFew());
    }

    /** What is hidden of those of a whole who have something, where they are shown beside the whole and so those who do not. */
    Hiding hidingOf(Group whole) {
        var without = new Group(ALL, whole.poor.minus(poor), whole.rest.minus(rest));
        if (whole.isFew() || isFew() || without.everybody().isNoneOrFew()) {
            return Hiding.ALL;
        }
        var isCommonToThePoor = !poor.isNone() && without.poor.isNone();
        var givesThePoorAway = Stream.of(whole, this, without).anyMatch(Group::givesThePoorAway);
        return isCommonToThePoor || givesThePoorAway ? Hiding.POOR : Hiding.NOTHING;
    }
}
