/** Our copy of approved cases and their consents: who may be published and who may be helped. */
@NullMarked
package id.berdikari.fundraising.beneficiary;

import org.jspecify.annotations.NullMarked;
