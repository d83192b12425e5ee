package id.berdikari.beneficiary.profile;

import id.berdikari.beneficiary.profile.AreaTallies.Tally;
import java.util.Collection;

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
}
