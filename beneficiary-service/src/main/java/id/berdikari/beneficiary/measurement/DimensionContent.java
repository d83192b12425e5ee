package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.wording.Wording;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a set of dimensions says.
 *
 * @param cutoff a fraction; poor is whose deprivations weigh as much or more
 * @param expenditure the question whose answer is what the household spends in a month; null where none asks
 */
record DimensionContent(
        Wording title,
        Wording explanation,
        String cutoff,
        @Nullable String expenditure,
        List<DeprivationIndicator> indicators) {}
