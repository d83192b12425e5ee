package id.berdikari.beneficiary.measurement;

import id.berdikari.beneficiary.wording.Wording;

/**
 * One thing in which a household can be deprived.
 *
 * @param weight a fraction such as {@code 1/18}
 * @param condition in CEL over the answers of a survey; true of who is deprived
 */
record DeprivationIndicator(String code, String dimension, String weight, String condition, Wording title) {}
