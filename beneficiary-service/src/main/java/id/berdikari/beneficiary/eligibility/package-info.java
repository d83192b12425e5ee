/** Says by visible rules who may be helped first: criteria, what they say of one household or the whole register, and whom they miss. */
@NullMarked
package id.berdikari.beneficiary.eligibility;

import org.jspecify.annotations.NullMarked;
