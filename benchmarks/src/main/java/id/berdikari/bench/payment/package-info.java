/** How fast paid donations are taken in: against the same SQL alone, and on one campaign against many. */
@NullMarked
package id.berdikari.bench.payment;

import org.jspecify.annotations.NullMarked;
