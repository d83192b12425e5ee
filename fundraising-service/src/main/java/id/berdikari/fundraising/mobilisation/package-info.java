/** The funding saga: reserves donations for programmes first in first out, settles their costs, releases the rest. */
@NullMarked
package id.berdikari.fundraising.mobilisation;

import org.jspecify.annotations.NullMarked;
