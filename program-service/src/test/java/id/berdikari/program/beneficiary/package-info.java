/** Tests of the copy of approved people. */
@NullMarked
package id.berdikari.program.beneficiary;

import org.jspecify.annotations.NullMarked;
