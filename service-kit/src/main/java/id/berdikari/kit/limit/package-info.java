/** Limits on the size and the rate of requests. */
@NullMarked
package id.berdikari.kit.limit;

import org.jspecify.annotations.NullMarked;
