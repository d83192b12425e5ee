package id.berdikari.beneficiary.profile;

import java.util.List;

/** Households that are deprived of the same, and how many people lived in them. */
record Deprived(String codes, boolean poor, int households, int persons) {

    boolean isOf(String indicator) {
        return List.of(codes.split(",", -1)).contains(indicator);
    }

    Count count() {
        return new Count(households, persons);
    }
}
