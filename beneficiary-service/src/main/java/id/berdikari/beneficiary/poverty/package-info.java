/** Measures how many are poor, how poor, and in what: pure calculations by published methods, offered to whoever wants to check us. */
@NullMarked
package id.berdikari.beneficiary.poverty;

import org.jspecify.annotations.NullMarked;
