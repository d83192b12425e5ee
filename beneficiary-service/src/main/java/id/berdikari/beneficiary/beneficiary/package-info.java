/** Keeps approved beneficiaries: what they consent to, what was approved for them, and that they leave. */
@NullMarked
package id.berdikari.beneficiary.beneficiary;

import org.jspecify.annotations.NullMarked;
