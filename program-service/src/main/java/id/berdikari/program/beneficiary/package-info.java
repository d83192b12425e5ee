/** Keeps a copy of what the beneficiary service decided about a case, as far as planning help needs it. */
@NullMarked
package id.berdikari.program.beneficiary;

import org.jspecify.annotations.NullMarked;
