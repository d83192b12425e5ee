/** The books: immutable journals in double entry, and the trial balance. */
@NullMarked
package id.berdikari.fundraising.ledger;

import org.jspecify.annotations.NullMarked;
