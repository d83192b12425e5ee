/** Tests of hand-overs and acknowledgements. */
@NullMarked
package id.berdikari.program.delivery;

import org.jspecify.annotations.NullMarked;
