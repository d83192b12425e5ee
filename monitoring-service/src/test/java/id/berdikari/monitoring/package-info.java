/** Tests of the service as a whole, and what its tests share. */
@NullMarked
package id.berdikari.monitoring;

import org.jspecify.annotations.NullMarked;
