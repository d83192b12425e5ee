package id.berdikari.beneficiary.poverty;

import id.berdikari.beneficiary.measure.Fraction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The multidimensional poverty measures of Alkire and Foster (Journal of Public Economics 95, 2011) with weights and
 * household sizes. The global MPI is M0 with k = 1/3.
 *
 * <pre>
 * g_ij = 1 if unit i is deprived in indicator j: x_ij &lt; z_j           c_i = sum over j of w_j g_ij
 * poor_i: c_i &gt;= k, both cutoffs count                                 N = sum of n_i
 *
 * H  = sum of n_i over the poor / N                                    the share of the poor
 * A  = sum of n_i c_i over the poor / sum of n_i over the poor         how deprived the poor are on average
 * M0 = H A = sum over j of w_j h_j                                     h_j: the censored headcount, see below
 * Ma = sum over the poor and j of n_i w_j ((z_j - x_ij) / z_j)^a g_ij / N        for a = 1, 2
 * </pre>
 *
 * <p>All lie from 0 to 1. A is null where nobody is poor; M1 and M2 are null unless every unit gives values.
 *
 * @param dimensions in the order in which they are first named; empty where no indicator names one
 * @param groups likewise; M0 is the sum of theirs, each times its share of the population
 */
record AlkireFoster(
        Fraction h,
        @Nullable Fraction a,
        Fraction m0,
        @Nullable Fraction m1,
        @Nullable Fraction m2,
        List<OfIndicator> indicators,
        List<OfDimension> dimensions,
        List<OfGroup> groups) {

    /**
     * Of one indicator.
     *
     * @param uncensoredHeadcount the share of the population that is deprived in it
     * @param censoredHeadcount the share that is poor and deprived in it
     * @param contribution the share of M0 that comes from it, w_j h_j / M0; all add up to 1; null where M0 is 0
     */
    record OfIndicator(
            String code,
            Fraction uncensoredHeadcount,
            Fraction censoredHeadcount,
            @Nullable Fraction contribution) {}

    /** The contributions of a dimension's indicators together; the dimension is null for those that name none. */
    record OfDimension(@Nullable String dimension, @Nullable Fraction contribution) {}

    /** The measures of a part of the population; the group is null for units that name none. */
    record OfGroup(
            @Nullable String group,
            Fraction populationShare,
            Fraction h,
            @Nullable Fraction a,
            Fraction m0) {}

    static AlkireFoster of(List<Indicator> indicators, Fraction cutoff, List<Unit> units) {
        return new AlkireFosterCount(indicators, cutoff, units).of(units);
    }
}
