/** Offers Indonesia's administrative areas to everyone, and to other features the certainty that a place exists. */
@NullMarked
package id.berdikari.beneficiary.area;

import org.jspecify.annotations.NullMarked;
