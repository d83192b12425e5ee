/** What payment gateways notify us of: verified, kept, and translated into the states of a donation's payment. */
@NullMarked
package id.berdikari.fundraising.payment;

import org.jspecify.annotations.NullMarked;
