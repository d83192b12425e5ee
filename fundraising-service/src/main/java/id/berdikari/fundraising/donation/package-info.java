/** Donations from promise to payment and refund, and the trace of each rupiah for its donor. */
@NullMarked
package id.berdikari.fundraising.donation;

import org.jspecify.annotations.NullMarked;
